import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { issuesFromError, issuesOf } from './setting-issues.ts'

test('values that fit have no issues', () => {
  expect(issuesOf({ maxPostingsPerRun: 500, theme: 'dark' })).toEqual({})
})

test('a value that does not fit is named with why', () => {
  const issues = issuesOf({ maxPostingsPerRun: 3, rssFeeds: ['ftp://example.org'] })
  expect(Object.keys(issues).sort()).toEqual(['maxPostingsPerRun', 'rssFeeds'])
})

test('the core names settings by path; the first word is the setting', () => {
  const issues = [
    { key: 'rssFeeds.2', message: 'Invalid URL' },
    { key: 'rssFeeds.3', message: 'Second' },
    { key: 'elsewhere', message: 'x' },
  ]
  expect(issuesFromError(new ORPCError('SETTING_INVALID', { data: { issues } }))).toEqual({ rssFeeds: 'Invalid URL' })
})

test.each([[null], [{}], [{ issues: 3 }], [{ issues: [null, 1, {}] }]])(
  'odd details (%j) do not break the screen',
  (data) => {
    expect(issuesFromError(new ORPCError('SETTING_INVALID', { data }))).toEqual({})
  },
)

test('another failure is not an issue of a setting', () => {
  expect(issuesFromError(new ORPCError('INTERNAL'))).toBeNull()
  expect(issuesFromError(new TypeError('Failed to fetch'))).toBeNull()
})
