"""What people look up: one function per question, answered with frozen values, never with rows."""
