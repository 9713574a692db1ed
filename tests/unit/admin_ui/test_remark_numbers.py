"""Each remark's form on a page of review has a number of its own, whatever pages were drawn before."""

from admin_ui.shell.render import ENVIRONMENT

REMARK = "approvals/review/_remark.html"


def test_the_form_beside_a_field_is_drawn_anew_on_each_page() -> None:
    """Its number is the page's: one kept from another page would open the form of another field."""
    assert ENVIRONMENT.sharing.pure_macros(REMARK) == {"icon"}
