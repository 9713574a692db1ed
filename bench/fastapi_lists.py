"""A peer of bench.lists, as a user might build it instead: FastAPI, SQLAlchemy's ORM, Pydantic; no sign-in.

BENCH_DSN=postgresql://… python -m bench.fastapi_lists PORT     (from the bench's own
environment)
"""

import os
import sys
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated
from uuid import UUID

import uvicorn
from fastapi import Depends, FastAPI
from pydantic import BaseModel
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship

_DSN = os.environ["BENCH_DSN"].replace("postgresql://", "postgresql+asyncpg://")  # noqa: TID251
ENGINE = create_async_engine(_DSN, pool_size=10)
SESSIONS = async_sessionmaker(ENGINE, expire_on_commit=False)
app = FastAPI()


class Base(DeclarativeBase):
    """The three tables of a page."""


class Unit(Base):
    """A unit."""

    __tablename__ = "units"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name_vi: Mapped[str]
    name_en: Mapped[str]


class Officer(Base):
    """An officer."""

    __tablename__ = "officers"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    full_name: Mapped[str]


class Inspection(Base):
    """An inspection's row: the columns of a page."""

    __tablename__ = "inspections"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    decision_number: Mapped[str]
    subject_name: Mapped[str]
    subject_address: Mapped[str]
    state: Mapped[str]
    unit_2: Mapped[UUID | None]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    leader_id: Mapped[UUID] = mapped_column(ForeignKey("officers.id"))
    photo_count: Mapped[int]
    missing_count: Mapped[int]
    quarantine_count: Mapped[int]
    revision_count: Mapped[int]
    submitted_at: Mapped[datetime | None]
    issued_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    unit: Mapped[Unit] = relationship()
    leader: Mapped[Officer] = relationship()


class Row(BaseModel):
    """One line of the page."""

    id: UUID
    decision_number: str
    subject_name: str
    subject_address: str
    state: str
    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    leader_name: str
    photo_count: int
    missing_count: int
    quarantine_count: int
    revision_count: int
    submitted_at: datetime | None
    issued_at: datetime
    updated_at: datetime


class Page(BaseModel):
    """The page."""

    rows: list[Row]


async def session() -> AsyncIterator[AsyncSession]:
    """A session for one request."""
    async with SESSIONS() as opened:
        yield opened


@app.get("/inspections")
async def page(unit: UUID, opened: Annotated[AsyncSession, Depends(session)]) -> Page:
    """Return the newest inspections of a unit."""
    found = await opened.scalars(
        select(Inspection)
        .options(joinedload(Inspection.unit), joinedload(Inspection.leader))
        .where(Inspection.unit_2 == unit)
        .order_by(Inspection.issued_at.desc(), Inspection.id.desc())
        .limit(51)
    )
    return Page(
        rows=[
            Row(
                **{name: getattr(each, name) for name in Row.model_fields if hasattr(each, name)},
                unit_name_vi=each.unit.name_vi,
                unit_name_en=each.unit.name_en,
                leader_name=each.leader.full_name,
            )
            for each in found
        ]
    )


if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
