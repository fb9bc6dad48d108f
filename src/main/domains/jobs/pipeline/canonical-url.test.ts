import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

const UUID = 'fcfe3fff-96d2-46ce-9f33-e62a2830a52a'

describe('canonicalUrl', () => {
  it.each([
    [
      'campaign parameters',
      'https://acme.example/jobs/123?utm_source=x&UTM_Medium=y&gclid=1&fbclid=2',
      'https://acme.example/jobs/123',
    ],
    [
      'http, www., port, slash and fragment',
      'http://WWW.Acme.example:80/jobs//123/#apply',
      'https://acme.example/jobs/123',
    ],
    ['the order of parameters', 'https://acme.example/job?b=2&a=1', 'https://acme.example/job?a=1&b=2'],
    [
      'one spelling of escapes',
      'https://acme.example/%7Ejobs/k%c3%b6ln-123',
      'https://acme.example/~jobs/k%C3%B6ln-123',
    ],
    ['a session in the path', 'https://acme.example/jobs/123;jsessionid=AB12', 'https://acme.example/jobs/123'],
    ['the language of the page', 'https://acme.example/jobs/123?lang=en', 'https://acme.example/jobs/123'],
    [
      'the application form of a posting',
      'https://acme.example/jobs/data-engineer-berlin/apply',
      'https://acme.example/jobs/data-engineer-berlin',
    ],
    ['a newsletter in "ref"', 'https://acme.example/careers?ref=newsletter', 'https://acme.example/careers'],
    [
      'Indeed by country',
      'https://de.indeed.com/viewjob?jk=abc123&from=serp&tk=1',
      'https://indeed.com/viewjob?jk=abc123',
    ],
    ['Indeed, click address', 'https://www.indeed.com/rc/clk?jk=abc123&bb=x', 'https://indeed.com/viewjob?jk=abc123'],
    [
      'LinkedIn with a title',
      'https://de.linkedin.com/jobs/view/data-engineer-at-acme-3812345678?refId=a&trackingId=b',
      'https://linkedin.com/jobs/view/3812345678',
    ],
    [
      'LinkedIn, chosen in a list',
      'https://www.linkedin.com/jobs/collections/recommended/?currentJobId=3812345678',
      'https://linkedin.com/jobs/view/3812345678',
    ],
    [
      'Greenhouse, new board',
      'https://job-boards.greenhouse.io/acme/jobs/4567890?gh_src=abc',
      'https://boards.greenhouse.io/jobs/4567890',
    ],
    [
      'Greenhouse, European board',
      'https://job-boards.eu.greenhouse.io/acme/jobs/4567890',
      'https://boards.greenhouse.io/jobs/4567890',
    ],
    [
      'Greenhouse, embedded form',
      'https://boards.greenhouse.io/embed/job_app?for=acme&token=4567890',
      'https://boards.greenhouse.io/jobs/4567890',
    ],
    [
      'Greenhouse on the employer’s site',
      'https://acme.example/careers/open?gh_jid=4567890&team=x',
      'https://boards.greenhouse.io/jobs/4567890',
    ],
    ['Lever, form', `https://jobs.eu.lever.co/acme/${UUID}/apply?lever-source=x`, `https://jobs.lever.co/acme/${UUID}`],
    ['Ashby, form', `https://jobs.ashbyhq.com/acme/${UUID}/application`, `https://jobs.ashbyhq.com/${UUID}`],
    [
      'Workable, form',
      'https://apply.workable.com/acme/j/ABCDEF1234/apply/',
      'https://apply.workable.com/j/ABCDEF1234',
    ],
    [
      'SmartRecruiters, with a title',
      'https://jobs.smartrecruiters.com/Acme/743999912345678-data-engineer',
      'https://jobs.smartrecruiters.com/Acme/743999912345678',
    ],
    [
      'Personio by language',
      'https://acme.jobs.personio.com/job/123456?language=de&display=en',
      'https://acme.jobs.personio.de/job/123456',
    ],
    [
      'Recruitee in a language',
      'https://acme.recruitee.com/l/en/o/data-engineer/c/new',
      'https://acme.recruitee.com/o/data-engineer',
    ],
    [
      'Teamtailor, form',
      'https://acme.teamtailor.com/de/jobs/345678-data-engineer/applications/new',
      'https://acme.teamtailor.com/jobs/345678',
    ],
    [
      'Workday, form',
      'https://acme.wd3.myworkdayjobs.com/en-US/Careers/job/Berlin/Data-Engineer_JR123-1/apply?source=LinkedIn',
      'https://acme.myworkdayjobs.com/Careers/job/x_JR123-1',
    ],
    [
      'StepStone',
      'https://www.stepstone.de/stellenangebote--Data-Engineer-Berlin-Acme--1234567-inline.html?rltr=1',
      'https://stepstone.de/stellenangebote--1234567.html',
    ],
    ['Adzuna', 'https://www.adzuna.de/land/ad/4123456789?se=a&v=b', 'https://adzuna.de/details/4123456789'],
    [
      'EURES in a language',
      'https://europa.eu/eures/portal/jv-se/jv-details/NDMx?lang=en',
      'https://europa.eu/eures/portal/jv-se/jv-details/NDMx',
    ],
  ])('drops or unifies what does not name the posting: %s', (_what, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected)
  })

  it.each([
    [
      'the jk of an Indeed look-alike host',
      'https://de.indeed.example/viewjob?jk=abc123&utm_source=a',
      'https://de.indeed.example/viewjob?jk=abc123',
    ],
    [
      'an id among campaign parameters',
      'https://acme.example/job?id=4711&utm_source=a',
      'https://acme.example/job?id=4711',
    ],
    [
      'an unknown parameter',
      'https://acme.example/karriere?tx_jobs=4711',
      'https://acme.example/karriere?tx_jobs=4711',
    ],
    [
      'a reference that is the only name',
      'https://acme.example/apply?ref=JR-1234',
      'https://acme.example/apply?ref=JR-1234',
    ],
    ['a route in the fragment', 'https://acme.example/#/job/123', 'https://acme.example#/job/123'],
    ['a port that is not the default', 'https://acme.example:8443/jobs/12', 'https://acme.example:8443/jobs/12'],
    ['the case of the path', 'https://acme.example/J/AbC', 'https://acme.example/J/AbC'],
    ['"apply" where it is the whole path', 'https://acme.example/jobs/apply', 'https://acme.example/jobs/apply'],
    ['what is no address', ' not a url ', 'not a url'],
  ])('keeps what could name the posting: %s', (_what, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected)
  })

  it('is idempotent for any address, so that a stored one can be canonicalised again', () => {
    const host = fc.constantFrom(
      'acme.example',
      'www.linkedin.com',
      'de.indeed.com',
      'boards.greenhouse.io',
      'jobs.lever.co',
      'acme.jobs.personio.com',
      'www.stepstone.de',
      'acme.wd1.myworkdayjobs.com',
      'apply.workable.com',
      'www.reed.co.uk',
      'himalayas.app',
    )
    const segment = fc.oneof(
      fc.constantFrom('jobs', 'job', 'view', 'apply', 'o', 'j', UUID, '3812345678', 'en-US', 'x_JR12-1', 'ABCDEF1234'),
      fc.string({ maxLength: 12 }),
    )
    const name = fc.oneof(
      fc.constantFrom('gh_jid', 'jk', 'id', 'ref', 'utm_source', 'lang', 'currentJobId', 'ashby_jid'),
      fc.string({ maxLength: 6 }),
    )
    const value = fc.oneof(fc.constantFrom('4567890', UUID, 'JR-1234'), fc.string({ maxLength: 12 }))
    const fragment = fc.oneof(
      fc.constant(''),
      fc.constantFrom('#/job/123', '#top'),
      fc.string({ maxLength: 10 }).map((text) => `#${text}`),
    )
    const address = fc
      .tuple(host, fc.array(segment, { maxLength: 4 }), fc.array(fc.tuple(name, value), { maxLength: 3 }), fragment)
      .map(
        ([at, path, query, hash]) =>
          `https://${at}/${path.map(encodeURIComponent).join('/')}?${new URLSearchParams(query).toString()}${hash}`,
      )
    fc.assert(
      fc.property(
        fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (url) => {
          const once = canonicalUrl(url)
          expect(canonicalUrl(once)).toBe(once)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
