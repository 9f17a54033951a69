"""What is counted: the figures of a year, without persons."""
