"""The desk: server-rendered pages for officers, supervisors, auditors and administrators.

Everything works without JavaScript except recomputing the hash of a photograph. No page carries
inline scripts or styles, so the content security policy needs no exception. Handlers are thin: they
read the form, call one function of a service, and render.

`shell/` is what every page uses. The other folders are groups of pages by subject, with one folder
for each page: its handlers, templates, words in both languages, script and style sheet. `router.py`
lists the pages. A group does not import groups that come after it in `shell/files.py`.
"""
