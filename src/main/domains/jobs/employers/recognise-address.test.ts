import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOARD_KINDS, boardRefSchema } from '#shared/employers.ts'
import { boardPage } from './board-page.ts'
import { recogniseAddress, recogniseJobAddress } from './recognise-address.ts'

const ID = '4c9d21f0-8a15-4b7e-9d3c-1e6f5a2b8c07'

/** Address, 'kind/slug' or 'kind/slug/variant', and the posting's id where it has one. */
const boards: readonly (readonly [string, string, string?])[] = [
  ['https://boards.greenhouse.io/acme', 'greenhouse/acme'],
  ['https://boards.greenhouse.io/acme/', 'greenhouse/acme'],
  ['https://boards.greenhouse.io/acme/jobs/7031245', 'greenhouse/acme', '7031245'],
  ['https://boards.greenhouse.io/acme/jobs/7031245?gh_jid=7031245&gh_src=abc1', 'greenhouse/acme', '7031245'],
  ['https://job-boards.greenhouse.io/acme', 'greenhouse/acme'],
  ['https://job-boards.greenhouse.io/acme/jobs/7031245#app', 'greenhouse/acme', '7031245'],
  ['https://job-boards.greenhouse.io/acme?gh_jid=7031245', 'greenhouse/acme', '7031245'],
  ['https://job-boards.eu.greenhouse.io/acme/jobs/4146872101', 'greenhouse/acme', '4146872101'],
  ['https://boards.eu.greenhouse.io/acme/jobs/4146872101', 'greenhouse/acme', '4146872101'],
  ['https://boards.eu.greenhouse.io/v1/boards/acme/jobs', 'greenhouse/acme'],
  ['https://boards.greenhouse.io/embed/job_board?for=acme', 'greenhouse/acme'],
  ['https://boards.greenhouse.io/embed/job_board/js?for=acme', 'greenhouse/acme'],
  [
    'https://boards.greenhouse.io/embed/job_board/js?for=acme&b=https%3A%2F%2Facme.example%2Fcareers',
    'greenhouse/acme',
  ],
  ['https://job-boards.greenhouse.io/embed/job_app?for=acme&token=7031245', 'greenhouse/acme', '7031245'],
  ['https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true', 'greenhouse/acme'],
  ['https://boards-api.greenhouse.io/v1/boards/acme/jobs/7031245', 'greenhouse/acme', '7031245'],
  ['https://boards-api.eu.greenhouse.io/v1/boards/acme', 'greenhouse/acme'],
  ['https://api.greenhouse.io/v1/boards/acme/embed/jobs', 'greenhouse/acme'],
  ['http://boards.greenhouse.io/acme', 'greenhouse/acme'],
  ['https://jobs.lever.co/acme', 'lever/acme'],
  ['https://jobs.lever.co/acme.auto', 'lever/acme.auto'],
  ['https://jobs.lever.co/acme-', 'lever/acme-'],
  ['https://jobs.lever.co/acme?department=Engineering&location=Berlin', 'lever/acme'],
  [`https://jobs.lever.co/acme/${ID}`, 'lever/acme', ID],
  [`https://jobs.lever.co/acme/${ID}/apply?lever-source=x`, 'lever/acme', ID],
  ['https://jobs.eu.lever.co/acme', 'lever/acme/eu'],
  [`https://jobs.eu.lever.co/acme/${ID}`, 'lever/acme/eu', ID],
  ['https://api.lever.co/v0/postings/acme?mode=json', 'lever/acme'],
  [`https://api.lever.co/v0/postings/acme/${ID}`, 'lever/acme', ID],
  ['https://api.eu.lever.co/v0/postings/acme?mode=json', 'lever/acme/eu'],
  ['https://jobs.ashbyhq.com/acme', 'ashby/acme'],
  ['https://jobs.ashbyhq.com/AcmeLabs', 'ashby/AcmeLabs'],
  ['https://jobs.ashbyhq.com/acme.ai', 'ashby/acme.ai'],
  ['https://jobs.ashbyhq.com/acme%2Eai', 'ashby/acme.ai'],
  [`https://jobs.ashbyhq.com/acme/${ID}`, 'ashby/acme', ID],
  [`https://jobs.ashbyhq.com/acme/${ID}/application?utm_source=x`, 'ashby/acme', ID],
  ['https://jobs.ashbyhq.com/acme/embed?version=2', 'ashby/acme'],
  ['https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true', 'ashby/acme'],
  ['https://careers.smartrecruiters.com/Acme', 'smartrecruiters/Acme'],
  ['https://careers.smartrecruiters.com/AcmeGmbH1/careers-germany', 'smartrecruiters/AcmeGmbH1'],
  ['https://jobs.smartrecruiters.com/Acme', 'smartrecruiters/Acme'],
  ['https://jobs.smartrecruiters.com/Acme/743999908715218-c-developer', 'smartrecruiters/Acme', '743999908715218'],
  ['https://jobs.smartrecruiters.com/Acme/743999886506063--senior-m-f-x-', 'smartrecruiters/Acme', '743999886506063'],
  [
    `https://jobs.smartrecruiters.com/oneclick-ui/company/Acme/publication/${ID}?dcr_ci=Acme`,
    'smartrecruiters/Acme',
    ID,
  ],
  ['https://jobs.smartrecruiters.com/my-applications/Acme?dcr_ci=Acme', 'smartrecruiters/Acme'],
  ['https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100', 'smartrecruiters/Acme'],
  [
    'https://api.smartrecruiters.com/v1/companies/Acme/postings/743999908715218',
    'smartrecruiters/Acme',
    '743999908715218',
  ],
  ['https://acme.jobs.personio.de', 'personio/acme'],
  ['https://acme.jobs.personio.de/job/1646080?language=de&display=en', 'personio/acme', '1646080'],
  ['https://acme-gmbh.jobs.personio.de/?language=de', 'personio/acme-gmbh'],
  ['https://acme.jobs.personio.de/xml', 'personio/acme'],
  ['https://acme.jobs.personio.de/search.json', 'personio/acme'],
  ['https://acme.jobs.personio.com/job/663891?display=en', 'personio/acme/com', '663891'],
  ['https://acme.recruitee.com', 'recruitee/acme'],
  ['https://acme.recruitee.com/o/senior-backend-developer', 'recruitee/acme', 'senior-backend-developer'],
  ['https://acme.recruitee.com/o/senior-backend-developer/c/new', 'recruitee/acme', 'senior-backend-developer'],
  ['https://acme.recruitee.com/l/en/o/junior-manager', 'recruitee/acme', 'junior-manager'],
  ['https://acme.recruitee.com/api/offers/', 'recruitee/acme'],
  ['https://api.recruitee.com/c/acme/careers/offers', 'recruitee/acme'],
  ['https://apply.workable.com/acme/', 'workable/acme'],
  ['https://apply.workable.com/acme/?lng=en', 'workable/acme'],
  ['https://apply.workable.com/acme/j/61E2B1490F/', 'workable/acme', '61E2B1490F'],
  ['https://apply.workable.com/acme/j/61E2B1490F/apply', 'workable/acme', '61E2B1490F'],
  ['https://apply.workable.com/api/v1/widget/accounts/acme?details=true', 'workable/acme'],
  ['https://apply.workable.com/api/v3/accounts/acme/jobs', 'workable/acme'],
  ['https://acme.workable.com', 'workable/acme'],
  ['https://acme.workable.com/jobs/123456', 'workable/acme', '123456'],
  ['https://acme.workable.com/j/61E2B1490F', 'workable/acme', '61E2B1490F'],
  ['https://www.workable.com/api/accounts/acme?details=true', 'workable/acme'],
  ['https://acme.teamtailor.com', 'teamtailor/acme'],
  ['https://acme.teamtailor.com/jobs', 'teamtailor/acme'],
  ['https://acme.teamtailor.com/jobs.rss', 'teamtailor/acme'],
  ['https://acme.teamtailor.com/jobs/4499908-data-scientist?utm_source=x', 'teamtailor/acme', '4499908'],
  ['https://acme.teamtailor.com/sv/jobs/4499908-data-scientist', 'teamtailor/acme', '4499908'],
  ['https://acme-1692891239.teamtailor.com/jobs/4499908', 'teamtailor/acme-1692891239', '4499908'],
  ['https://acme.na.teamtailor.com/jobs', 'teamtailor/acme.na'],
]

const asPasted: readonly (readonly [string, string])[] = [
  ['jobs.lever.co/acme', 'lever/acme'],
  ['//jobs.lever.co/acme', 'lever/acme'],
  ['acme.recruitee.com', 'recruitee/acme'],
  ['  https://jobs.lever.co/acme  ', 'lever/acme'],
  ['<https://jobs.lever.co/acme>', 'lever/acme'],
  ['"https://jobs.lever.co/acme",', 'lever/acme'],
  ['(https://jobs.lever.co/acme).', 'lever/acme'],
  ['https://jobs.lever.co/acme and then some words', 'lever/acme'],
  ['https://jobs.lever.co/acme\nhttps://jobs.lever.co/other', 'lever/acme'],
  ['They hire at https://jobs.lever.co/acme, it seems', 'lever/acme'],
  ['They hire (https://jobs.lever.co/acme)', 'lever/acme'],
  ['HTTPS://JOBS.LEVER.CO/Acme', 'lever/Acme'],
  ['https://jobs.lever.co./acme', 'lever/acme'],
  ['https://jobs.lever.co:443/acme', 'lever/acme'],
  ['https://jobs.lever.co//acme', 'lever/acme'],
  ['https://Acme.Jobs.Personio.DE/', 'personio/acme'],
]

const refused: readonly (readonly [string, string])[] = [
  ['a name', 'Acme'],
  ['nothing', ''],
  ['only signs', '<<<>>>'],
  ['a look-alike before the domain', 'https://evil-greenhouse.io/acme'],
  ['a look-alike behind the domain', 'https://boards.greenhouse.io.example.org/acme'],
  ['a system as a label of another domain', 'https://jobs.lever.co.example/acme'],
  ['a system in the path of another host', 'https://example.org/jobs.lever.co/acme'],
  ['a system in the query of another host', 'https://example.org/?u=https://jobs.lever.co/acme'],
  ['a system in the query, without a scheme', 'example.org/?u=https://jobs.lever.co/acme'],
  ['a system as user name', 'https://jobs.lever.co@example.org/acme'],
  ['a user name on a true host', 'https://example.org@jobs.lever.co/acme'],
  ['a longer label', 'https://myjobs.lever.co/acme'],
  ['a look-alike letter', 'https://jobs.lever.cо/acme'],
  ['another port', 'https://jobs.lever.co:8443/acme'],
  ['another scheme', 'ftp://jobs.lever.co/acme'],
  ['a script', 'javascript:jobs.lever.co/acme'],
  ['a data address', 'data:text/html,https://jobs.lever.co/acme'],
  ['a mail address', 'mailto:jobs@jobs.lever.co'],
  ['no employer', 'https://jobs.lever.co/'],
  ['no employer on a host per board', 'https://jobs.personio.de/'],
  ['the bare domain', 'https://recruitee.com/'],
  ['the home page of the system', 'https://www.greenhouse.com/'],
  ['the marketing pages of the system', 'https://www.teamtailor.com/en/customers'],
  ['its help', 'https://help.workable.com/hc/en-us'],
  ['its app', 'https://app.recruitee.com/'],
  ['its signed-in app', 'https://app.teamtailor.com/companies/x/dashboard'],
  ['its search of all jobs', 'https://jobs.workable.com/view/abc/engineer-at-acme'],
  ['its assets', 'https://www.workable.com/assets/embed.js'],
  ['its widget', 'https://static.smartrecruiters.com/job-widget/1.6.1/script/smart_widget.js'],
  ['an embed without a name', 'https://boards.greenhouse.io/embed/job_board/js'],
  ['an embed with an empty name', 'https://boards.greenhouse.io/embed/job_board/js?for='],
  ['a posting that does not say whose', 'https://apply.workable.com/j/61E2B1490F'],
  ['an application that does not say whose', 'https://boards.greenhouse.io/embed/job_app?token=7031245'],
  ['another part of an interface', 'https://boards-api.greenhouse.io/v2/other/acme'],
  ['a numbered company', 'https://api.recruitee.com/c/12345/careers/offers'],
  ['two labels before the domain', 'https://careers.acme.recruitee.com/'],
  ['a region where there is none', 'https://acme.na.recruitee.com/'],
  ['a name with a slash in it', 'https://jobs.ashbyhq.com/acme%2F..%2Fother'],
  ['a name with a blank', 'https://jobs.ashbyhq.com/Acme%20Robotics'],
  ['a name of dots', 'https://jobs.ashbyhq.com/%2e%2e%2f'],
  ['a broken escape', 'https://jobs.ashbyhq.com/%E0%A4%A'],
  ['a nul', 'https://jobs.ashbyhq.com/acme%00'],
  ['a name that is too long', `https://jobs.lever.co/${'a'.repeat(101)}`],
  ['an address of numbers', 'https://127.0.0.1/acme'],
  ['an address within', 'https://[::1]/acme'],
  ['a host without a dot', 'localhost/acme'],
]

function written(board: ReturnType<typeof recogniseAddress>): string | null {
  return board === null ? null : [board.kind, board.slug, board.variant].filter((part) => part !== null).join('/')
}

describe('recogniseAddress', () => {
  test.each(boards.map(([address, board, postingId = null]) => ({ address, board, postingId })))(
    '$address is $board',
    ({ address, board, postingId }) => {
      expect(written(recogniseAddress(address))).toBe(board)
      const job = recogniseJobAddress(address)
      expect(job?.postingId ?? null).toBe(postingId)
      expect(written(job?.board ?? null)).toBe(postingId === null ? null : board)
    },
  )

  test.each(asPasted)('%j is read as it is pasted', (text, board) => {
    expect(written(recogniseAddress(text))).toBe(board)
  })

  test.each(refused)('%s is no board: %s', (_, address) => {
    expect(recogniseAddress(address)).toBeNull()
    expect(recogniseJobAddress(address)).toBeNull()
  })

  test('a board is recognised from its own page, in every system', () => {
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,30}[a-z0-9]$/)
    fc.assert(
      fc.property(fc.constantFrom(...BOARD_KINDS), slug, fc.boolean(), (kind, name, isSecond) => {
        const variant = isSecond && kind === 'lever' ? 'eu' : isSecond && kind === 'personio' ? 'com' : null
        const board = { kind, slug: `x${name}`, variant } as const
        expect(recogniseAddress(boardPage(board))).toEqual(board)
      }),
    )
  })

  test('whatever is pasted, the outcome fits the contract or is none', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http:',
      '//',
      'jobs.lever.co',
      '.recruitee.com',
      'boards.greenhouse.io',
      'apply.workable.com',
      '/embed/job_board?for=',
      '/api/v1/widget/accounts/',
      '%2F',
      '%',
      '@',
      ':',
      '..',
      'acme',
      '\u0000',
      '\ud800',
    )
    const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
    fc.assert(
      fc.property(text, (parts) => {
        const board = recogniseAddress(parts.join(''))
        expect(boardRefSchema.nullable().parse(board)).toEqual(board)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['one long word', 'a'.repeat(2_000_000)],
    ['opening brackets', '<('.repeat(1_000_000)],
    ['closing signs within', `a${'.'.repeat(1_000_000)}a`],
    ['slashes', `https://jobs.lever.co${'/'.repeat(1_000_000)}`],
    ['percent signs', `https://jobs.lever.co/${'%'.repeat(1_000_000)}`],
  ])('a paste of %s ends', (_, text) => {
    expect(recogniseAddress(text)).toBeNull()
  })
})
