"""The commands of the program by area. `ret_tui.app.commands` puts them together; add a command to the list of its area."""
