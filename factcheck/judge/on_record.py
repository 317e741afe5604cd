"""Figures nobody is asked to vouch for: what is on record, on a price list, or told in passing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.judge.series import is_share
from factcheck.model.claim import Claim, Marker


def is_on_record(case: Case, report: int, claim: Claim) -> bool:
    """Tell what anyone can look up: how many live in a place or find room in it, the states of an alliance, votes."""
    figure = claim.figure
    markers = list(case.markers(report, claim.context.sentence, "record"))
    keys = {marker.key for marker in markers}
    if is_share(claim):
        result = any(case.markers(report, claim.context.sentence, "sport")) and _about_votes(case, report)
        found = result or not keys.isdisjoint({ELECTION, POLL})
        return found or _of_the_world(markers, claim) or _aimed_at(claim, markers)
    if figure is not None and figure.form == "money":
        return any(m.key == RESULTS and abs(m.span.start - claim.span.start) <= FAR for m in markers)
    if figure is None or figure.counted is None:
        return False
    if _is_shown_online(case, report, claim) or (figure.counted.kind == "thing" and EACH in keys):
        return True
    if figure.counted.kind in ("casualty", "people") and not keys.isdisjoint({POLL, SIGNED}):
        return True
    if figure.counted.key in WHOLE and SIGNED in keys:
        return True
    nouns = (m.key for m in case.markers(report, claim.context.sentence, "counted") if claim.span.covers(m.span))
    states = not VOTERS.isdisjoint((figure.counted.key, *nouns))
    if not states and figure.counted.kind != "people":
        return False
    told = [m for m in markers if (m.key in OF_STATES if states else m.key not in OF_SHARES)]
    if states:  # whose delegates sit in a hall, everyone there sees
        told += case.markers(report, claim.context.sentence, "takes-part")
    if any(0 <= claim.span.start - marker.span.end <= BESIDE for marker in told):
        return True
    return states and any(
        claim.span.overlaps(marker.span) or 0 <= marker.span.start - claim.span.end <= RIGHT_BEHIND for marker in told
    )


def _aimed_at(claim: Claim, markers: Sequence[Marker]) -> bool:
    """Tell a share that is a goal, and is told as one, from one that was counted."""
    return any(
        marker.key == TARGET
        and (
            0 <= claim.span.start - marker.span.end <= BESIDE or 0 <= marker.span.start - claim.span.end <= RIGHT_BEHIND
        )
        for marker in markers
    )


WHOLE = frozenset({"country", "group"})
"""Keys of what those counted may be some of ("fifty of the nation's officers")."""
RIGHT_BEHIND = 12
"""Characters from the states that meet to the word for it ("190 nations participating")."""


@lru_cache(maxsize=4)  # every share of a report asks
def _about_votes(case: Case, report: int) -> bool:
    """Tell a report that speaks of votes again and again: who won or beat whom in it, did so in a vote."""
    told = {m.sentence for m in case.readings[report].markers if m.group == "record" and m.key == ELECTION}
    return len(told) >= OFTEN


OFTEN = 3
"""Sentences that speak of votes, from which a report is about them."""


def _is_shown_online(case: Case, report: int, claim: Claim) -> bool:
    """Tell how many follow somebody's pages, which everyone sees there; subscribers beside them as well."""
    keys = [c.figure.counted.key for c in case.figures(report, claim.context.sentence) if c.figure and c.figure.counted]
    key = claim.figure.counted.key if claim.figure is not None and claim.figure.counted is not None else None
    return key == FOLLOWER or (key == SUBSCRIBER and FOLLOWER in keys)


def _of_the_world(markers: Sequence[Marker], claim: Claim) -> bool:
    """Tell a share of what the whole world makes or trades, which yearbooks give."""
    return any(m.key == OF_THE_WORLD and claim.span.start < m.span.start <= claim.span.end + BESIDE for m in markers)


EACH, OF_THE_WORLD = "each", "of-the-world"
"""Keys of words for every single one, whose number is its nature ("each lays 1,200 eggs"), and for a world's share."""
FOLLOWER, SUBSCRIBER = "follower", "subscriber"
"""Keys of those who follow somebody's pages."""
POLL, ELECTION = "poll-method", "election"
"""Keys of words for whom a poll asked and how sure it is, and of a vote, whose shares are published."""
SIGNED = "signed"
"""The key of what is done to an open letter: the names stand under it."""
VOTERS = frozenset({"committee", "country"})
"""Keys of what has a vote in an alliance or a congress."""
RESULTS, FAR = "results", 40
"""The key of what a company makes and publishes, and characters between the word and the sum."""
TARGET = "target"
"""The key of goals and drafts, which name the share they aim at."""
MEMBERS = "members"
"""The key of what an alliance does to its states."""
OF_STATES = frozenset({MEMBERS, "delegate", "meet"})
"""Keys of words for the states of an alliance, and for those who sit in a hall or meet there."""
OF_SHARES = OF_STATES | {TARGET, "given", "own-money", RESULTS}
"""Keys of words that say nothing of how many people there are."""
BESIDE = 30
"""Characters between such a word and its figure ("the population of either town is about 3,000")."""


def is_tariff(case: Case, report: int, claim: Claim) -> bool:
    """Tell a price on somebody's own list (a fare, a fee, a tax) from money that was spent, lost or promised."""
    figure = claim.figure
    rate = figure is not None and figure.form == "percent"
    if rate and any(marker.key == TAX for marker in case.markers(report, claim.context.sentence, "tariff")):
        return True
    small = figure is not None and figure.form == "money" and (figure.low or figure.high or 0) <= DEAREST
    sold = figure is not None and figure.per in SOLD_BY
    return small and (sold or any(case.markers(report, claim.context.sentence, "tariff")))


SOLD_BY = frozenset({"L", "kg"})
"""What goods are sold by at a pump or a counter."""
TAX = "tax"
"""The key of taxes, whose rates a law sets."""
DEAREST = 1000
"""What stands on a price list costs no more, in whatever currency."""


def is_company(case: Case, report: int, claim: Claim) -> bool:
    """Tell a handful of people whom nothing befell, whom whoever was there has counted ("with six ministers")."""
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if figure is None or noun is None or noun.kind != "people" or noun.event or (figure.low or figure.high or 0) > FEW:
        return False
    return not _befell(case, report, claim.context.sentence)


FEW = 12
"""People in such company at most."""


def in_passing(case: Case, report: int, claim: Claim) -> bool:
    """Tell a small count of things in no event, which belongs to the telling ("a hall with 30 paintings").

    A count that its sentence is about ("14 schools closed") does not, nor one of people whom something befell.
    """
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if figure is None or noun is None or figure.form != "cardinal" or noun.event or noun.kind == "casualty":
        return False
    if _learns(case, report, claim):
        return (figure.low or figure.high or 0) <= LARGEST_COURSE
    sentence = case.sentence(report, claim.context.sentence)
    headline = sentence.kind == "headline"
    if sentence.kind not in ("headline", "bullet") and claim.span.start - sentence.span.start <= OPENS:
        return False
    if noun.kind == "people" and (headline or noun.key in CROWDS or not _in_a_show(case, report, claim)):
        return False
    return (figure.low or figure.high or 0) < SMALL


def _learns(case: Case, report: int, claim: Claim) -> bool:
    """Tell pupils and trainees of a course or a programme, whom whoever holds it has counted."""
    noun = claim.figure.counted if claim.figure is not None else None
    number = claim.context.sentence
    if noun is None or noun.key not in (STUDENT, TRAINEE) or _befell(case, report, number):
        return False
    return noun.key == TRAINEE or any(m.key in COURSES for m in case.markers(report, number, "counted"))


STUDENT, TRAINEE = "student", "trainee"
"""Keys of those who learn, the second in nothing but a course."""
COURSES = frozenset({"programme", "training-course"})
"""Keys of what they are taught in."""
LARGEST_COURSE = 200
"""Learners of one course at most."""


def is_whole(case: Case, report: int, claim: Claim) -> bool:
    """Tell all of a known group ("all 27 members"), whom nothing befell, from people or things counted anew."""
    figure = claim.figure
    noun = figure.counted if figure is not None else None
    if figure is None or noun is None or figure.form != "cardinal" or _befell(case, report, claim.context.sentence):
        return False
    words = case.markers(report, claim.context.sentence, "totality")
    return (figure.low or 0) <= ROLL and any(m.key == ALL and 0 <= claim.span.start - m.span.end <= 1 for m in words)


ALL = "all"
"""The key of the word for all of them."""
ROLL = 1000
"""Members of a body up to which its roll is known."""


def _befell(case: Case, report: int, sentence: int) -> bool:
    """Tell whether a sentence tells what befell people, or of what they are accused."""
    words = case.markers(report, sentence, "outcome", "counted", "accusation")
    return any(m.group != "counted" or m.kind == "casualty" for m in words)


def _in_a_show(case: Case, report: int, claim: Claim) -> bool:
    """Tell people who make up a party or a body, or stand among things on show, from those whom something befell."""
    number = claim.context.sentence
    if _befell(case, report, number):
        return False
    noun = claim.figure.counted if claim.figure is not None else None
    if noun is not None and not {ARTIST, MEMBER}.isdisjoint((noun.key, noun.whole)):
        return True
    if any(m.key == MEMBERS for m in case.markers(report, number, "record")):
        return True
    if any(m.key in SHOWS for m in case.markers(report, number, "counted")) and any(
        m.key == TAKE_PART for m in case.markers(report, number, "takes-part")
    ):
        return True
    nouns = (c.figure.counted for c in case.figures(report, number) if c.figure is not None)
    return any(noun is not None and noun.kind == "thing" and not noun.event for noun in nouns)


TAKE_PART = "take-part"
"""The key of words for those who take part in what somebody holds ("35 potters take part in the fair")."""
SHOWS = frozenset({"concert", "contest", "exhibition", "festival", "programme", "race", "show", "tournament"})
"""Keys of what people take part in for others to see or to learn."""
ARTIST, MEMBER = "artist", "member"
"""Keys of those who perform, and of those on a body's roll."""
OPENS = 12
"""Characters at the start of a sentence in which its subject begins, behind a verb at most."""
SMALL = 125
"""Up to here a lone count of things or of people ("and 60 singers") is told in passing."""
CROWDS = frozenset(
    {"attendee", "displaced", "evacuated", "fan", "migrant", "protester", "spectator", "visitor", "worshipper"}
)
"""People whose number is the news, and is nobody's but the counter's."""
