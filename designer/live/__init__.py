"""A site as its own builder shows it, with a map from places of the page to values of its file.

The site's builder (Astro, Eleventy, Hugo, …) runs on a copy of the site. The copy of the open page
holds the unsaved values, each with an invisible mark at its end. The marks that come out on the
built page tell which node shows which value. The page without its marks, with a hole for each such
value, is a ``PageLook``: it renders the page again after an edit before the builder has answered.

========================  =========================================================
``builders``              which builder a site has, and its commands, as data
``shadow``                the copy of the site on which the builder runs
``process``               the running builder: its process group, port, output, end
``marks``                 writes and reads the marks
``marked_text``           puts marks into the text of a page
``snapshot``              the tree of nodes that was read from a built page
``page_map``              finds the places of values, items and blocks in a snapshot
``look``                  the look of a page: HTML with holes, and its styles
``look_renderer``         renders blocks and the page from a look
========================  =========================================================
"""
