"""The main window: actions, dialogs and all connections."""
