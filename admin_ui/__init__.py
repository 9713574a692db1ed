"""The desk's face: server-rendered pages for supervisors, auditors and administrators.

Everything works without JavaScript but the recomputing of a hash; no page carries inline script or
style, so that the content security policy needs no exception. Handlers are thin: read the form,
call one sentence of a service, render.

`shell/` is what every page stands in. The other folders are the groups of the trade, with one folder
a page: its handlers, templates, words in both languages, script and style sheet. `router.py` lists
the pages. A group does not know those that come after it in `shell/files.py`.
"""
