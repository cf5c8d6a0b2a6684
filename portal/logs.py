"""Logs as JSON lines: what happened to which id. Never who, where or what was said."""

import logging
import sys

import structlog


def configure(level: int = logging.INFO) -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    # httpx and uvicorn write addresses with their secrets at INFO
    for loud in ("httpx", "httpcore", "uvicorn", "uvicorn.access", "apscheduler", "alembic"):
        logging.getLogger(loud).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
