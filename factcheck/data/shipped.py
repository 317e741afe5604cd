"""Tables that ship in this folder as YAML, kept between runs as JSON: YAML is slow to read."""

from __future__ import annotations

import pathlib

from factcheck.data.cache import JSON, cached

HERE = pathlib.Path(__file__).parent


def table(name: str) -> JSON:
    """Give what a file of this folder holds; it has no decimal number."""
    content = (HERE / name).read_bytes()

    def read() -> JSON:
        from factcheck.data.strict_yaml import parse

        return parse(content.decode("utf-8"), name).value

    return cached(name.removesuffix(".yaml"), [content], read)
