"""The lines of the citizens' form, which everybody may use."""

from tests.integration.authorisation.table import ALL, OK, Line

NOT_FOUND = (404, 429)
PUBLIC_FORM: tuple[Line, ...] = (
    Line("GET", "/phan-anh", "/phan-anh", ((ALL, OK),)),
    Line("POST", "/phan-anh", "/phan-anh", ((ALL, (400,)),)),
    Line("GET", "/phan-anh/tra-cuu", "/phan-anh/tra-cuu", ((ALL, OK),)),
    Line("POST", "/phan-anh/tra-cuu", "/phan-anh/tra-cuu", ((ALL, NOT_FOUND),)),
    Line("GET", "/phan-anh/rut", "/phan-anh/rut", ((ALL, OK),)),
    Line("POST", "/phan-anh/rut", "/phan-anh/rut", ((ALL, NOT_FOUND),)),
    Line("GET", "/phan-anh/{code:str}", "/phan-anh/0000", ((ALL, NOT_FOUND),)),
)
