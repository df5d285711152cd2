import { badRequest } from './api-failure.ts'

/** @throws ApiFailure 400 for a page that is not 1 or more, or a limit that is not 1 to 500 */
export function readPaging(query: URLSearchParams) {
  return {
    page: wholeNumber(query, 'page', 1, Number.MAX_SAFE_INTEGER),
    limit: wholeNumber(query, 'limit', 100, 500),
  }
}

/**
 * One page of a list in Nectar's envelope. A page past the last one answers the last page again.
 *
 * @param show how an item is written; only those of the page are
 */
export function pageOf<T>(
  name: string,
  items: readonly T[],
  { page, limit }: ReturnType<typeof readPaging>,
  show: (item: T) => unknown,
): Record<string, unknown> {
  const totalPages = Math.max(1, Math.ceil(items.length / limit))
  const currentPage = Math.min(page, totalPages)
  return {
    [`total${name.charAt(0).toUpperCase()}${name.slice(1)}`]: items.length,
    perPage: limit,
    totalPages,
    currentPage,
    hasNext: currentPage < totalPages,
    hasPrevious: currentPage > 1,
    [name]: items.slice((currentPage - 1) * limit, currentPage * limit).map(show),
  }
}

function wholeNumber(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name)
  if (text === null) return fallback
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= 1 && value <= max)) {
    const range = name === 'limit' ? `from 1 to ${max}` : 'of at least 1'
    throw badRequest(`${name}: must be a whole number ${range}.`)
  }
  return value
}
