"""Several servers in one address: each is asked by its own."""

from backend.core.connecting import hosts


def test_an_address_of_several_servers_is_one_for_each() -> None:
    both = "postgresql://app:p%40ss@10.0.0.1:5432,10.0.0.2:5433/hientruong?target_session_attrs=read-write"
    assert hosts(both) == [
        "postgresql://app:p%40ss@10.0.0.1:5432/hientruong?target_session_attrs=read-write",
        "postgresql://app:p%40ss@10.0.0.2:5433/hientruong?target_session_attrs=read-write",
    ]


def test_an_address_of_one_stays_as_it_is() -> None:
    for one in ("postgresql://app@db/hientruong", "postgresql:///hientruong?host=/run/postgresql"):
        assert hosts(one) == [one]
