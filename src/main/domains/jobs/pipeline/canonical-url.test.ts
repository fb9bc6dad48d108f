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

  it.each([
    [
      'https://www.welcometothejungle.com/en/companies/acme/jobs/data-engineer_paris',
      'https://www.welcometothejungle.com/fr/companies/acme/jobs/data-engineer_paris?q=abc&o=123',
    ],
    [
      'https://careers-acme.icims.com/jobs/1234/data-engineer/job',
      'https://careers-acme.icims.com/jobs/1234/data-engineer/job?mode=job&iis=Indeed&iisn=Indeed.com',
    ],
    [
      'https://jobs.jobvite.com/acme/job/oABCdef1',
      'https://jobs.jobvite.com/careers/acme/job/oABCdef1?__jvst=Job%20Board&__jvsd=Indeed',
    ],
    ['https://jobs.jobvite.com/acme/job/oABCdef1', 'https://jobs.jobvite.com/acme/job/oABCdef1/apply'],
    [
      'https://acme.taleo.net/careersection/2/jobdetail.ftl?job=12345',
      'https://acme.taleo.net/careersection/ex/jobdetail.ftl?lang=en&job=12345&src=JB-10002',
    ],
    [
      'https://career5.successfactors.eu/career?career_ns=job_listing&company=acme&navBarLevel=JOB_SEARCH&career_job_req_id=4567',
      'https://career5.successfactors.eu/career?company=acme&career_job_req_id=4567&career_ns=job_listing&rcm_site_locale=en_US',
    ],
    [
      'https://eeho.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/210001',
      'https://eeho.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/de/sites/CX_1/requisitions/preview/210001?utm_source=x',
    ],
    ['https://www.finn.no/job/fulltime/ad.html?finnkode=123456789', 'https://www.finn.no/job/ad/123456789'],
    ['https://www.jobindex.dk/jobannonce/h1234567/data-engineer', 'https://www.jobindex.dk/vis-job/h1234567'],
    [
      'https://www.pracuj.pl/praca/data-engineer-warszawa,oferta,1003456789',
      'https://www.pracuj.pl/praca/data-engineer-warszawa,oferta,1003456789?s=abc&searchId=1',
    ],
    [
      'https://nofluffjobs.com/pl/job/data-engineer-acme-warszawa',
      'https://nofluffjobs.com/job/data-engineer-acme-warszawa',
    ],
    ['https://justjoin.it/offers/acme-data-engineer', 'https://justjoin.it/job-offer/acme-data-engineer'],
    [
      'https://www.jobs.ch/en/vacancies/detail/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/',
      'https://www.jobs.ch/de/stellenangebote/detail/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/',
    ],
    [
      'https://www.infojobs.net/madrid/data-engineer/of-i1234567890abcdef',
      'https://www.infojobs.net/barcelona/ingeniero/of-i1234567890abcdef?applicationOrigin=search',
    ],
    [
      'https://www.hellowork.com/fr-fr/emplois/12345678.html',
      'https://www.hellowork.com/fr-fr/emplois/12345678.html?jobsearchid=xx',
    ],
    [
      'https://www.arbeitnow.com/jobs/companies/acme/data-engineer-berlin-123456',
      'https://www.arbeitnow.com/view/data-engineer-berlin-123456',
    ],
    ['https://www.talent.com/view?id=abcdef123456', 'https://de.talent.com/view?id=abcdef123456&utm_source=x'],
    ['https://jooble.org/jdp/123456789012', 'https://de.jooble.org/jdp/123456789012?ckey=x&rgn=1&pos=1&elckey=2'],
    ['https://jooble.org/desc/123456789012', 'https://de.jooble.org/jdp/123456789012'],
    [
      'https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-1198471-S',
      'https://www.arbeitsagentur.de/jobsuche/suche?id=10000-1198471-S',
    ],
    [
      'https://www.apec.fr/candidat/recherche-emploi.html/emploi/detail-offre/174920911W?motsCles=data',
      'https://www.apec.fr/candidat/recherche-emploi.html/emploi/detail-offre/174920911W',
    ],
    [
      'https://candidat.francetravail.fr/offres/recherche/detail/192KXYZ',
      'https://candidat.pole-emploi.fr/offres/recherche/detail/192KXYZ',
    ],
    [
      'https://acme.softgarden.io/job/12345678',
      'https://acme.softgarden.io/job/12345678/Data-Engineer?jobDbPVId=99&l=de',
    ],
    [
      'https://acme.pinpointhq.com/en/postings/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      'https://acme.pinpointhq.com/postings/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    ],
  ])('knows two addresses of one posting: %s, %s', (one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other))
  })

  it.each([
    ['https://de.indeed.com/viewjob?jk=aaaaaaaaaaaaaaaa', 'https://de.indeed.com/viewjob?jk=bbbbbbbbbbbbbbbb'],
    ['https://acme.com/careers?gh_jid=4821345', 'https://acme.com/careers?gh_jid=4821346'],
    ['https://acme.com/jobs?id=1', 'https://acme.com/jobs?id=2'],
    ['https://acme.com/jobs/view?jobId=11', 'https://acme.com/jobs/view?jobId=12'],
    ['https://acme.com/#/job/12', 'https://acme.com/#/job/13'],
    ['https://acme.com/karriere?stelle=1', 'https://acme.com/karriere?stelle=2'],
    [
      'https://acme.com/careers?ashby_jid=06cb8d7e-5626-4709-a6f5-9e9a2f0774f3',
      'https://acme.com/careers?ashby_jid=16cb8d7e-5626-4709-a6f5-9e9a2f0774f3',
    ],
    [
      'https://acme.taleo.net/careersection/2/jobdetail.ftl?job=12345',
      'https://acme.taleo.net/careersection/2/jobdetail.ftl?job=12346',
    ],
    [
      'https://www.finn.no/job/fulltime/ad.html?finnkode=123456789',
      'https://www.finn.no/job/fulltime/ad.html?finnkode=123456788',
    ],
    ['https://careers-acme.icims.com/jobs/1234/job', 'https://careers-acme.icims.com/jobs/1235/job'],
    ['https://acme.recruitee.com/o/data-engineer', 'https://acme.recruitee.com/o/data-engineer-2'],
    ['https://jobpilgrim.eu/redirect?offer=1', 'https://jobpilgrim.eu/redirect?offer=2'],
    ['https://www.talent.com/view?id=abcdef123456', 'https://www.talent.com/view?id=abcdef123457'],
    ['https://acme.com/job?ref=JR-1234', 'https://acme.com/job?ref=JR-1235'],
    ['https://acme.com/openings?pos=12', 'https://acme.com/openings?pos=13'],
    ['https://acme.com/apply?vacancy_no=7', 'https://acme.com/apply?vacancy_no=8'],
    ['https://acme.com/careers/detail?jobad=x1', 'https://acme.com/careers/detail?jobad=x2'],
    [
      'https://www.glassdoor.com/job-listing/a.htm?jl=1009876543',
      'https://www.glassdoor.com/job-listing/a.htm?jl=1009876544',
    ],
  ])('holds two postings apart: %s, %s', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other))
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
