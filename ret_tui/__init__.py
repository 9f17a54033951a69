"""RET TUI: the meeting of a Regionaal Expertteam, from agenda to advice letters, in a terminal."""

__version__ = "0.1.0"
