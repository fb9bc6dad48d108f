import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonLd } from './json-ld.source.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const parse = async (text: string, context: Readonly<Record<string, string>> = {}) =>
  jsonLd.parse({ text, url: 'https://havelwerk.example/careers', context, now: 0 })

test('a page of postings gives them, with the address that its context knows', async () => {
  const url = 'https://polarkreis.example/jobs'
  expect(await parse(read('remote.html'), { url })).toMatchObject([{ ok: true, posting: { sourcePostingId: url } }])
})

test('a list of links, and an empty one, give none', async () => {
  expect(await parse(read('list.html'))).toEqual([])
  expect(await parse('<script type="application/ld+json">{"@type":"ItemList","itemListElement":[]}</script>')).toEqual(
    [],
  )
})

test('a page that is about something else in schema.org’s words has none', async () => {
  const about = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization"}</script>'
  expect(await parse(`<html>${about}<p>We make boats.</p></html>`)).toEqual([])
  await expect(parse(`<html>${about}<input type="password"></html>`)).rejects.toMatchObject({ code: 'challenge' })
  await expect(parse('{"error":"not found"}')).rejects.toMatchObject({ code: 'unreadable' })
})

test.each([
  ['<html><title>Sign in</title><input type="password"></html>', 'challenge'],
  ['<html><p>We make boats.</p></html>', 'unreadable'],
  ['', 'unreadable'],
])('%j is neither and ends as %s', async (text, code) => {
  await expect(parse(text)).rejects.toMatchObject({ code })
})
