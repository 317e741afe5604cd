"""Who says what: the words for the speaker, whom they stand for, and the stretch that is said."""

from __future__ import annotations

import pytest

from factcheck.pipeline import extract_claims, read_report

SAID = [
    # (language, text, [(source, who it is, content)])
    (
        "en",
        "Prices rose in May, the minister said.",
        [("the minister", "the minister", "Prices rose in May")],
    ),
    (
        "en",
        'Tom Reed, a baker in Leeds, said the shop would close. "We tried," he added. "It was no use."',
        [
            ("Tom Reed, a baker in Leeds", "Tom Reed, a baker in Leeds", "the shop would close"),
            ("he", "Tom Reed, a baker in Leeds", 'We tried," he added. "It was no use.'),
        ],
    ),
    (
        "en",
        '"The bridge is safe. We checked every bolt," said Ana Cole, the chief engineer.',
        [("Ana Cole, the chief engineer", "Ana Cole, the chief engineer", "The bridge is safe. We checked every bolt")],
    ),
    (
        "en",
        "The mayor opened the school and said that 300 pupils had enrolled.",
        [("The mayor", "The mayor", "300 pupils had enrolled")],
    ),
    (
        "en",
        "The deal, analysts say, could fail by June.",
        [("analysts", "analysts", "The deal, analysts say, could fail by June")],
    ),
    ("en", "The crew wanted to say goodbye at the show in Leeds.", []),
    ("en", "Forecasters did not say how strong the storm was.", []),
    (
        "ar",
        "وتوقعت أمانة الطائف كسر حاجز المليوني زائر خلال أسبوعين إن شاء الله.",
        [("أمانة الطائف", "أمانة الطائف", "كسر حاجز المليوني زائر خلال أسبوعين إن شاء الله")],
    ),
    (
        "ar",
        "قال الناطق باسم وزارة الصحة في صنعاء سامي الحداد إن المستشفى امتلأ.",
        [
            (
                "الناطق باسم وزارة الصحة في صنعاء سامي الحداد",
                "الناطق باسم وزارة الصحة في صنعاء سامي الحداد",
                "المستشفى امتلأ",
            )
        ],
    ),
    (
        "ar",
        "وحذر عدد من الأطباء من السباحة في المسابح.",
        [("عدد من الأطباء", "عدد من الأطباء", "السباحة في المسابح")],
    ),
    (
        "ar",
        "وأكد العديد من الخبراء أن السوق ستهبط.",
        [("العديد من الخبراء", "العديد من الخبراء", "السوق ستهبط")],
    ),
    (
        "ar",
        "قال الوزير سامي الحداد إن الموسم انتهى. وأضاف يوم الثلاثاء أن المصنع سيغلق.",
        [
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "الموسم انتهى"),
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "المصنع سيغلق"),
        ],
    ),
    (
        "ar",
        "قال الوزير سامي الحداد إن الموسم انتهى. وأضاف مازحا: هذه العصا لها تاريخ.",
        [
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "الموسم انتهى"),
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "هذه العصا لها تاريخ"),
        ],
    ),
    ("ar", "وتوزع المساعدات على الأسر حسب الحاجة.", []),
    ("ar", "وصلت الطائرة محملة بـ 10 أطنان من الأدوية.", []),
    (
        "ar",
        'وبحسب موقع "المرفأ" فإن الباخرة وصلت. وبلغ عدد الركاب عشرة حسب الشرطة.',
        [
            ('موقع "المرفأ"', 'موقع "المرفأ"', "الباخرة وصلت"),
            ("الشرطة", "الشرطة", "وبلغ عدد الركاب عشرة"),
        ],
    ),
    (
        "ar",
        "وقال الوزير سامي الحداد إن الموسم انتهى. ودعا المواطنين إلى ترشيد المياه.",
        [
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "الموسم انتهى"),
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "ترشيد المياه"),
        ],
    ),
    (
        "ar",
        "اتهم مدير مكتب الرئيس الحكومة بالتقصير. وانتقد الناطق باسم البلدية الشركة المنفذة.",
        [
            ("مدير مكتب الرئيس", "مدير مكتب الرئيس", "الحكومة بالتقصير"),
            ("الناطق باسم البلدية", "الناطق باسم البلدية", "الشركة المنفذة"),
        ],
    ),
    (
        "ar",
        "قال مصدر في حرس الحدود، إن القارب غرق. وأضاف المصدر أن 12 راكبا نجوا.",
        [
            ("مصدر في حرس الحدود", "مصدر في حرس الحدود", "القارب غرق"),
            ("المصدر", "مصدر في حرس الحدود", "12 راكبا نجوا"),
        ],
    ),
    (
        "ar",
        "وقال الوزير سامي الحداد إن الملعب جاهز.\n\nولخص رئيس نادي صور ماجد العماري موقفه بقوله «لن نتراجع عن حقنا».",
        [
            ("الوزير سامي الحداد", "الوزير سامي الحداد", "الملعب جاهز"),
            ("رئيس نادي صور ماجد العماري", "رئيس نادي صور ماجد العماري", "لن نتراجع عن حقنا"),
        ],
    ),
    (
        "ar",
        "وقال معهد الزلازل إن البركان سيثور وحث السكان على الابتعاد عنه.",
        [
            ("معهد الزلازل", "معهد الزلازل", "البركان سيثور"),
            ("معهد الزلازل", "معهد الزلازل", "الابتعاد عنه"),
        ],
    ),
    (
        "ar",
        "وبلغ عدد المتضررين 400 شخص. وفقا لوكالة رويترز.",
        [("وكالة رويترز", "وكالة رويترز", "وبلغ عدد المتضررين 400 شخص.")],
    ),
    ("ar", "أعلن بعض المقاتلين الولاء للتنظيم الذي يمكن أن يستغل الحادث.", []),
    (
        "ar",
        "ورغم أن لندكفست توقع أن تنتج المصانع خمسة ملايين سيارة فالسوق راكدة.",
        [("لندكفست", "لندكفست", "تنتج المصانع خمسة ملايين سيارة فالسوق راكدة")],
    ),
    (
        "ar",
        "ووصفت سلمى الحارثي الرواية بأنها مبدعة.. بيعت منها 120 ألف نسخة.",
        [("سلمى الحارثي الرواية", "سلمى الحارثي الرواية", "مبدعة.. بيعت منها 120 ألف نسخة.")],
    ),
    (
        "ar",
        "واعتبر مراقبون زيارة الوزير إلى صلالة تمثل دفعة كبيرة للمزارعين، وأنها رسالة إلى الأسواق.",
        [
            (
                "مراقبون",
                "مراقبون",
                "زيارة الوزير إلى صلالة تمثل دفعة كبيرة للمزارعين، وأنها رسالة إلى الأسواق",
            )
        ],
    ),
    (
        "ar",
        "قال مصدر أمني رفيع إن الجسر أغلق. وأوضح المصدر نفسه أن ستة أصيبوا. وذكر ذات المصدر أن الطريق فتح.",
        [
            ("مصدر أمني رفيع", "مصدر أمني رفيع", "الجسر أغلق"),
            ("المصدر نفسه", "مصدر أمني رفيع", "ستة أصيبوا"),
            ("ذات المصدر", "مصدر أمني رفيع", "الطريق فتح"),
        ],
    ),
    (
        "en",
        "A harbour official said the bridge was closed. The same official said six were hurt.",
        [
            ("A harbour official", "A harbour official", "the bridge was closed"),
            ("The same official", "A harbour official", "six were hurt"),
        ],
    ),
    (
        "ar",
        "وقال المتحدث إن ثلاثة قتلوا، لكن مسؤولا في المستشفى أكد أن خمسة قتلوا، إلا أن المعارضة تنفي ذلك.",
        [
            ("المتحدث", "المتحدث", "ثلاثة قتلوا"),
            ("مسؤولا في المستشفى", "مسؤولا في المستشفى", "خمسة قتلوا"),
        ],
    ),
    (
        "ar",
        "إداري المنتخب أحمد إسلام أكد أن المباراة مهمة.",
        [("إداري المنتخب أحمد إسلام", "إداري المنتخب أحمد إسلام", "المباراة مهمة")],
    ),
    (
        "ar",
        "ولفت الوزير إلى أن المهندس محمد السالم تابع بنفسه الموقف من غرفة التحكم.",
        [("الوزير", "الوزير", "المهندس محمد السالم تابع بنفسه الموقف من غرفة التحكم")],
    ),
    ("ar", "واعتبر ناشطون القرار ظالما للجميع.", [("ناشطون", "ناشطون", "ظالما للجميع")]),
    (
        "ar",
        "وقالت مصادر «المرفأ» إن الطريق أغلق.",
        [("مصادر «المرفأ»", "مصادر «المرفأ»", "الطريق أغلق")],
    ),
    (
        "ar",
        "وذكر مسؤول في الشرطة طلب عدم الكشف عن هويته لوكالة الأنباء، أن الطريق أغلق.",
        [
            (
                "مسؤول في الشرطة طلب عدم الكشف عن هويته",
                "مسؤول في الشرطة طلب عدم الكشف عن هويته",
                "الطريق أغلق",
            )
        ],
    ),
    (
        "ar",
        "ويعتبر المقاتلون المحليون إغلاق الميناء من أسوأ القرارات.",
        [("المقاتلون المحليون", "المقاتلون المحليون", "إغلاق الميناء من أسوأ القرارات")],
    ),
    (
        "ar",
        "وأكدت مصادر طبية في مستشفيات المدينة حصيلة الحادثين اللذين وقعا أمس.",
        [
            (
                "مصادر طبية في مستشفيات المدينة",
                "مصادر طبية في مستشفيات المدينة",
                "الحادثين اللذين وقعا أمس",
            )
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SAID)
def test_who_says_what(language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    report = read_report(text, id="r0", language=language)
    found = [
        (report.surface(a.source.span), report.surface(a.source.named), report.surface(a.content))
        for a in extract_claims(report).attributions
        if a.source is not None
    ]
    assert found == wanted


def test_a_figure_within_a_long_quotation_has_its_speaker() -> None:
    text = '"We lost 40 boats. The harbour will need 3 million pounds," said Ivy Marsh, the harbour master.'
    reading = extract_claims(read_report(text, id="r0", language="en"))
    figures = [claim for claim in reading.claims if claim.figure is not None]
    assert figures
    assert all(claim.attribution is not None and claim.attribution.source is not None for claim in figures)


def test_a_quotation_that_opens_again_in_the_next_paragraph_goes_on() -> None:
    text = 'Ivy Marsh said: "We lost 40 boats.\n\n"The harbour will need 3 million pounds."'
    reading = extract_claims(read_report(text, id="r0", language="en"))
    money = next(claim for claim in reading.claims if claim.figure is not None and claim.figure.form == "money")
    assert money.attribution is not None
