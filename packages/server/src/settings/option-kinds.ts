import { isLoopback } from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'

/** Longer ones make timers of many runtimes go off at once. */
const MOST_MS = 2 ** 31

export const isFunction = (value: unknown) => typeof value === 'function'
export const isText = (value: unknown) => typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
export const isWhole = (value: unknown, least: number) => Number.isInteger(value) && Number(value) >= least
export const isMs = (value: unknown, least: number) =>
  Number.isFinite(value) && Number(value) >= least && Number(value) < MOST_MS

/** What is taken as it is. @param fault what is wrong with anything else, then how to fix it */
export function as<T>(isRight: (value: unknown) => boolean, fault: string | ((value: unknown) => string)) {
  return z.custom<T>(isRight, { error: typeof fault === 'string' ? fault : ({ input }) => fault(input) })
}

export function flag(name: string) {
  return z.optional(as<boolean>(isFlag, `"${name}" is neither true nor false. Pass one, without quotes.`))
}

export function group<const Shape extends z.core.$ZodLooseShape>(
  name: string,
  shape: Shape,
  example: string,
) {
  const fault = `"${name}" is not an object with options. Write it like ${example}, or leave it out.`
  return z.object(shape, fault)
}

/** @param http Where plain http is taken: pages may be served by any host in development, secrets travel to loopback only. */
export function origin(name: string, http: 'loopback' | 'any') {
  const isRight = (text: unknown) => {
    const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null
    if (url === null || url.pathname !== '/' || url.search + url.hash + url.username + url.password !== '') {
      return false
    }
    return (
      url.protocol === 'https:' || (url.protocol === 'http:' && (http === 'any' || isLoopback(url.hostname)))
    )
  }
  const fault = `"${name}" is not an origin that can be used. Write it like "https://app.example.com", without a path${http === 'loopback' ? '; plain http is for localhost only' : ''}.`
  return z.pipe(
    as<string>(isRight, fault),
    z.transform((text: string) => new URL(text).origin),
  )
}

export const toPath = (text: string) => `/${text.replace(/^\/+|\/+$/g, '')}`
export const isPath = (text: unknown) =>
  typeof text === 'string' &&
  !text.includes('://') &&
  new URL(toPath(text), 'http://localhost').pathname === toPath(text)

/** The first function that a thing lacks; null: it has them all. */
export function findLacking(thing: unknown, names: readonly string[]): string | null {
  const has = (name: string) => isFunction((Object(thing) as Record<string, unknown>)[name])
  return names.find((name) => !has(name)) ?? null
}
