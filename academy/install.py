"""Puts what was built into the school: sources and release into the course, pages and tools beside it."""

from __future__ import annotations

import filecmp
import shutil
from pathlib import Path

import nbformat

from academy.grader import as_grader
from academy.steps import Echo
from deployment.local import folders
from deployment.local.course import course_of
from deployment.local.school import School
from graders.course import config_file
from graders.runner import Runner


class LeakError(RuntimeError):
    """A release would have held a solution; nothing was released."""


def install_course(school: School, echo: Echo) -> None:
    """Installs the built course; releases each assignment that is new or has changed.

    Args:
        school: where to.
        echo: prints one line of progress.

    Raises:
        LeakError: a release would hold a solution.
        RuntimeError: nbgrader could not make or release an assignment.
    """
    mirror(school.build / "site", school.site)
    mirror(school.build / "apps", school.apps)
    changed = [a for a in sorted((school.build / "source").iterdir()) if _copy_source(school, a)]
    school.nbgrader_config.write_text(config_file(course_of(school)))
    folders.hand_over(school)
    for assignment in changed:
        echo(f"Menerbitkan latihan {assignment.name} …")
        as_grader(school, lambda name=assignment.name: release(school, name))  # type: ignore[misc]


def mirror(source: Path, target: Path) -> None:
    """Makes a public folder the copy of a built one."""
    for old in target.iterdir() if target.is_dir() else ():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(source, target, dirs_exist_ok=True)
    for path in target.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def release(school: School, assignment: str) -> None:
    """Makes the release of an assignment with nbgrader and hands it to the trainees.

    Raises:
        LeakError: the release would hold a solution.
        RuntimeError: nbgrader failed.
    """
    api = Runner(course_of(school)).api
    made = api.generate_assignment(assignment, force=True, create=True)
    if not made["success"]:
        raise RuntimeError(made.get("error") or made.get("log"))
    for notebook in (school.course / "release" / assignment).glob("*.ipynb"):
        source = school.course / "source" / assignment / notebook.name
        if leaks := solution_lines(source) & set(lines(notebook)):
            raise LeakError(f"{assignment}: {min(leaks)}")
    done = api.release_assignment(assignment)
    if not done["success"]:
        # nbgrader will not overwrite a release: take the old one away first.
        shutil.rmtree(school.outbound / assignment, ignore_errors=True)
        done = api.release_assignment(assignment)
    if not done["success"]:
        raise RuntimeError(done.get("error") or done.get("log"))


def lines(notebook: Path) -> list[str]:
    """Returns the lines of all cells of a notebook, without outer blanks."""
    cells = nbformat.read(notebook, as_version=4).cells
    return [line.strip() for cell in cells for line in cell.source.splitlines() if line.strip()]


def solution_lines(source: Path) -> set[str]:
    """Returns the lines between BEGIN SOLUTION and END SOLUTION of an author's notebook."""
    found, inside = set(), False
    for line in lines(source):
        if "END SOLUTION" in line:
            inside = False
        if inside:
            found.add(line)
        if "BEGIN SOLUTION" in line:
            inside = True
    return found


def _copy_source(school: School, built: Path) -> bool:
    """Copies an assignment's source into the course; returns whether it has to be released anew."""
    target = school.course / "source" / built.name
    released = school.outbound / built.name
    same = target.is_dir() and not filecmp.dircmp(built, target).diff_files
    if same and released.is_dir():
        return False
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(built, target)
    return True
