"""The desk's face: server-rendered pages for supervisors, auditors and administrators.

Everything works without JavaScript but the recomputing of a hash; no page carries inline script or
style, so that the content security policy needs no exception. Handlers are thin: read the form,
call one sentence of a service, render.
"""
