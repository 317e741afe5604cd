"""From bytes to Report: decoding, front matter, and the blocks a text falls into."""
