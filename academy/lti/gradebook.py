"""A platform's gradebook (LTI Assignment and Grade Services): takes scores, or says why it does not."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final

import requests
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiServiceException
from pylti1p3.grade import Grade
from pylti1p3.registration import Registration
from pylti1p3.service_connector import ServiceConnector

from academy.lti.keys import private_key, public_key
from academy.lti.launch import SCORE
from academy.lti.scores import Score
from academy.retrying import Unreachable
from deployment.local.campus import Campus
from deployment.local.layout import Layout

SECONDS: Final = 30.0
MAXIMUM: Final = 100
_NO_RIGHT, _OLDER = 401, 409
_NEVER: Final = frozenset({400, 404, 410, 422})
_NOT_THIS: Final = 403


class Answer(Enum):
    """What became of a score."""

    TAKEN = "taken"
    OLDER = "the platform says that it has a newer one; its clock may be ahead"
    REFUSED = "the platform refuses it"
    LATER = "the platform does not allow it now"


class NotAnAnswer(requests.RequestException):
    """Somebody else answered: a page for people, or the way to another address."""


class _Session(requests.Session):
    """Waits so long and no longer, and takes no page for a yes."""

    def request(self, *args: Any, **more: Any) -> requests.Response:
        # A score that follows a redirect arrives without its contents.
        answer = super().request(*args, **{**more, "timeout": SECONDS, "allow_redirects": False})
        is_page = answer.ok and "html" in answer.headers.get("Content-Type", "")
        if answer.is_redirect or (is_page and answer.content.strip()):
            raise NotAnAnswer
        return answer


class _Connector(ServiceConnector):
    """Keeps its token as long as the platform said."""

    def __init__(self, registration: Registration) -> None:
        super().__init__(registration, _Session())
        self.tokens: dict[str, tuple[str, float]] = {}

    def _get_cached_access_token(self, scope_key: str) -> str | None:
        token, until = self.tokens.get(scope_key, ("", 0.0))
        return token if time.monotonic() < until else None

    def _cache_access_token(self, scope_key: str, access_token: str, expires_in: float) -> None:
        self.tokens[scope_key] = access_token, time.monotonic() + float(expires_in) - 60


class Gradebook:
    """The gradebook of a campus.

    Args:
        campus: whose.
        files: the school's, where its key lies.
    """

    def __init__(self, campus: Campus, files: Layout) -> None:
        registration = Registration().set_issuer(campus.issuer).set_client_id(campus.client)
        registration.set_auth_token_url(campus.token)
        registration.set_tool_private_key(private_key(files))
        registration.set_tool_public_key(public_key(files))
        self.connector = _Connector(registration)

    def put(self, score: Score) -> Answer:
        """Send a score.

        It carries the time of sending: what is sent is always the newest, and platforms compare that time
        with their own clock's at which they took the one before.

        Raises:
            Unreachable: the platform does not answer, or gives no access.
        """
        service = AssignmentsGradesService(
            self.connector, {"scope": [SCORE], "lineitem": score.address}
        )
        try:
            service.put_grade(_grade(score, datetime.now(UTC)))
        except LtiServiceException as error:
            return self._judge(error.response, score)
        except requests.JSONDecodeError:
            return Answer.TAKEN  # it has said yes, in words that the library tries to read as JSON
        except (requests.RequestException, ValueError, KeyError) as error:
            # No line, or an answer without a token.
            raise Unreachable(f"the platform: {type(error).__name__}") from error
        return Answer.TAKEN

    def _judge(self, answer: requests.Response, score: Score) -> Answer:
        code = answer.status_code
        about_it = _path(answer.request.url or "") == f"{_path(score.address)}/scores"
        if about_it and code == _OLDER:
            return Answer.OLDER
        if about_it and code in _NEVER:
            return Answer.REFUSED
        if about_it and code == _NOT_THIS:
            return Answer.LATER
        if code == _NO_RIGHT:
            self.connector.tokens.clear()
        raise Unreachable(f"the platform answered {code}")


def _grade(score: Score, moment: datetime) -> Grade:
    grading = "FullyGraded" if score.is_final else "PendingManual"
    return (
        Grade()
        .set_score_given(score.percent)
        .set_score_maximum(MAXIMUM)
        .set_activity_progress("Completed")
        .set_grading_progress(grading)
        .set_timestamp(moment.isoformat(timespec="milliseconds"))
        .set_user_id(score.subject)
    )


def _path(address: str) -> str:
    return address.partition("?")[0].rstrip("/")
