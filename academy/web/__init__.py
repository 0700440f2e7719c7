"""The pages of a training as a hub service: `/services/pelatihan/`, plain pages made on the server.

How to add a page:

- Write a module with a class that derives from `base.Page` and a list ``routes = [(path, Class)]``;
  a path is below the service's address, such as ``r"kemajuan"`` or ``r"kemajuan/([a-z0-9]+)"``.
  Name the module in `app.MODULES`. A link at the top is one `navigation.Item`; the first of a role
  is where she arrives.
- ``roles = STAFF`` (or `EVERYONE`, or a set of your own) says who may open it; all others get 403.
  `prepare` has run before `get` and `post`: ``self.me`` is the `Viewer` (``name``, ``role``),
  ``self.role`` one of ``trainee``, ``mentor``, ``operator``, ``self.person`` her row in the
  academy's database, or None (the accounts of a first start have none).
- Whose data: `rights.visible(viewer)` is a condition on `Person`, `rights.person_for(session,
  viewer, user_name)` raises `NotHers`, which becomes a 403 that says nothing.
- ``self.store.reading()`` and ``.writing()`` open the database, ``self.school`` is the school,
  ``await self.apart(function, …)`` does what takes longer than a few milliseconds in a thread.
  Never fork in this process: start a program where the grader's account is needed.
- ``self.show("page.html", name=value)`` finishes with a template; it extends `layout.html`, whose
  blocks are ``title`` and ``main``. A template has ``t`` (translates a sentence), ``base``,
  ``path``, ``viewer``, ``person``, ``role``, ``language``; `forms.html` has macros for fields, and
  ``form.xsrf(xsrf)`` goes into every form. After a POST: ``self.go("path")``.
- Sentences are Indonesian, in ``t("…")``; their English stands in a table of your own,
  `english/<name>.toml`. A test finds those that have none.
- No scripts and no ``style`` attributes (the policy allows neither; SVG is fine); styles stand in
  `templates/web.css`, after the hub's own. ``raise Said(status, sentence)`` explains an error.
- No personal data in an address or a log: user names say nothing, everything else goes by POST.
"""
