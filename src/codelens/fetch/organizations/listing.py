"""The list of an owner's projects, page by page; a page that has not changed since the last time is not sent again.

GitHub Docs, "Best practices for using the REST API": a conditional request that is answered with 304 does not count
against the limit of requests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.fetch.organizations.asking import NoListError
from codelens.fetch.organizations.projects import read_projects
from codelens.fetch.organizations.remembering import Page

if TYPE_CHECKING:
    from codelens.fetch.organizations.apis import Api
    from codelens.fetch.organizations.asking import Asking
    from codelens.fetch.organizations.remembering import Record


def list_pages(api: Api, asking: Asking, record: Record | None, most: int) -> tuple[Page, ...] | None:
    """All pages of the list of an owner, who may be an organisation, a group or a person.

    Args:
        api: What is asked.
        asking: How.
        record: What is remembered of the owner.
        most: Pages that a list may have.

    Returns:
        None when the host says that there is no such owner.

    Raises:
        NoListError: There is no list, or none that could be read to its end.
    """
    known = {page.address: page for page in record.pages} if record else {}
    for first in sorted(
        api.lists, key=lambda address: address not in known
    ):  # what was there the last time comes first
        page = _page(first, api, asking, known)
        if page is not None:
            return _rest(page, api, asking, known, most)
    return None


def _rest(page: Page, api: Api, asking: Asking, known: dict[str, Page], most: int) -> tuple[Page, ...]:
    pages = {page.address: page}
    while page.next:
        if page.next in pages:
            message = f"{api.host} calls a page the next one that was there before, so the list has no end"
            raise NoListError(message)
        if len(pages) == most:
            message = (
                f"{api.host} has more than {most:,} pages of what {api.owner} has, which is too much for one entry"
            )
            raise NoListError(message)
        following = _page(page.next, api, asking, known)
        if following is None:
            message = f"{api.host} says that the next page of the list is not there"
            raise NoListError(message)
        page = following
        pages[page.address] = page
    return tuple(pages.values())


def _page(address: str, api: Api, asking: Asking, known: dict[str, Page]) -> Page | None:
    old = known.get(address)
    if old is not None and not old.next and old.items >= api.form.page_size:
        old = None  # full, and the last: a page after it would not change it
    answer = asking.page(address, old.tag if old else "")
    if answer is None:
        return None
    if answer.items is not None:
        projects, refused = read_projects(answer.items, api)
        return Page(address, answer.tag, answer.next or "", len(answer.items), refused, projects)
    if old is None or not old.tag:
        message = f"{api.host} says that a page is as it was, and nobody had asked whether it is"
        raise NoListError(message)
    return Page(
        address, old.tag, old.next if answer.next is None else answer.next, old.items, old.refused, old.projects
    )
