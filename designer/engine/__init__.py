"""QtWebEngine without widgets: scheme, profile, remote files, Tailwind builds, placeholders.

The page is locked by four means: a Content-Security-Policy header, a request interceptor that
passes only the program's own URL scheme, a page that neither navigates nor opens windows, and an
off-the-record profile. The preview's script runs in a world that scripts of the page cannot
reach.

``frontispiece://site/`` serves the page and the files of the site's public folder. ``~web?u=…``
serves a file from the web that is cached on disk; files are fetched only with the person's
permission.

``tailwind_build`` sends the site's Tailwind sources to a worker of a sandboxed page without
network. Tailwind 2 is built once with all classes, unless its configuration says ``mode: "jit"``.
Tailwind 2 in this mode, 3 and 4 keep their worker and build what is requested. In mode ``jit`` the
utilities of one kind (``p-2``, ``p-4``) are sorted by name, since no content is scanned. A missing
package is replaced by a plug-in without effect, a function that makes one, and an empty object;
only then are names that Tailwind does not know left out of the style sheet. Built sheets are cached
on disk by a hash of engine and sources. A class at which a plug-in fails or hangs is excluded
alone.

A font that is not installed comes from the public folder, from the web with permission, or from a
similar installed font that is scaled by measured metrics (``font_fallback``).
"""
