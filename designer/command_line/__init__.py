"""What the command line reads and shows: arguments and help, progress, warnings."""
