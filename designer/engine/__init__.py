"""QtWebEngine without widgets: scheme, profile, remote files, Tailwind builds, placeholders."""
