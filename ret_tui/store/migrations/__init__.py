"""The history of the tables. `make` writes a new step, `head` names the newest one."""
