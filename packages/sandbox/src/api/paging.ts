import { badRequest } from './api-failure.ts'

export interface Paging {
  /** From 1. */
  page: number
  /** 1 to 500. */
  limit: number
}

/** @throws ApiFailure 400 for a limit or page out of range */
export function readPaging(query: URLSearchParams): Paging {
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
  { page, limit }: Paging,
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
    throw badRequest(
      `${name}: must be a whole number${name === 'limit' ? ` from 1 to ${max}` : ' of at least 1'}.`,
    )
  }
  return value
}
