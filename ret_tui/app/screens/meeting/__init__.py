"""The screen of the live meeting."""

from ret_tui.app.screens.meeting.screen import MeetingScreen

__all__ = ["MeetingScreen"]
