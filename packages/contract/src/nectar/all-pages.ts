/** A loop that no envelope ends would hang a request and burden Nectar. */
const MAX_PAGES = 200

/** A list that does not end. */
export class EndlessListError extends Error {
  override name = 'EndlessListError'
}

interface Page<Item> {
  items: Item[]
  currentPage: number | null
  hasNext: boolean
}

/**
 * All items of a paginated list, each id once. A page past the last one answers the last page again, so that only
 * `hasNext` ends it; a page that repeats, or a number that does not advance, ends it too.
 *
 * @throws EndlessListError when 200 pages are not enough.
 */
export async function allPages<Item extends { id: string }>(
  read: (page: number) => Promise<Page<Item>>,
): Promise<Item[]> {
  const found = new Map<string, Item>()
  let previous: Page<Item> | null = null
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const page = await read(number)
    if (previous !== null && isRepeated(page, previous)) return [...found.values()]
    for (const item of page.items) found.set(item.id, item)
    if (!page.hasNext) return [...found.values()]
    previous = page
  }
  throw new EndlessListError(`Nectar's list did not end after ${MAX_PAGES} pages.`)
}

function isRepeated<Item extends { id: string }>(page: Page<Item>, previous: Page<Item>): boolean {
  if (
    page.currentPage !== null &&
    previous.currentPage !== null &&
    page.currentPage <= previous.currentPage
  ) {
    return true
  }
  const ids = (items: Item[]) => items.map((item) => item.id).join()
  return ids(page.items) === ids(previous.items)
}
