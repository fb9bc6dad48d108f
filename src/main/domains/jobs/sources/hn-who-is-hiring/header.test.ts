import { describe, expect, test } from 'vitest'
import { readHeader } from './header.ts'

const NOTHING = {
  company: null,
  roles: [],
  looseRole: null,
  places: [],
  workplace: null,
  employmentType: null,
  pay: null,
}

describe('the header of a posting', () => {
  test.each([
    [
      'Acme | Data Engineer | Berlin, Germany | REMOTE (EU) | VISA | Full-time | €70k-€90k | https://acme.example',
      {
        company: 'Acme',
        roles: ['Data Engineer'],
        places: ['Berlin, Germany', 'REMOTE (EU)'],
        workplace: 'remote',
        employmentType: 'full_time',
        pay: '€70k-€90k',
      },
    ],
    [
      'Acme (https://acme.example) | REMOTE | Full-time | $90-180K | Multiple positions',
      {
        company: 'Acme',
        looseRole: 'Multiple positions',
        workplace: 'remote',
        employmentType: 'full_time',
        pay: '$90-180K',
      },
    ],
    ['Acme|Berlin|Data Scientist', { company: 'Acme', roles: ['Data Scientist'], places: ['Berlin'] }],
    [
      'Acme (YC W24) || ML Engineer || Paris / London / NYC || Hybrid',
      { company: 'Acme', roles: ['ML Engineer'], places: ['Paris / London / NYC'], workplace: 'hybrid' },
    ],
    [
      'Senior Backend Engineer | Acme | Vienna | ONSITE',
      { company: 'Acme', roles: ['Senior Backend Engineer'], places: ['Vienna'], workplace: 'onsite' },
    ],
    ['Data Analyst at Acme GmbH | Munich', { company: 'Acme GmbH', roles: ['Data Analyst'], places: ['Munich'] }],
    ['Acme is hiring a Data Engineer | Dublin', { company: 'Acme', roles: ['Data Engineer'], places: ['Dublin'] }],
    [
      'Acme | Backend Engineer | Frontend Engineer | Lisbon',
      { company: 'Acme', roles: ['Backend Engineer', 'Frontend Engineer'], places: ['Lisbon'] },
    ],
    ['Berlin, Germany | Acme | Engineer', { company: 'Acme', roles: ['Engineer'], places: ['Berlin, Germany'] }],
    ['https://acme.example | Engineer | Berlin', { company: null, roles: ['Engineer'], places: ['Berlin'] }],
    [
      'SF | Back-End Engineer | DevOps Engineer',
      { company: null, roles: ['Back-End Engineer', 'DevOps Engineer'], places: ['SF'] },
    ],
    [
      'Engineers Gate | Software Engineer | Remote',
      { company: 'Engineers Gate', roles: ['Software Engineer'], workplace: 'remote' },
    ],
    [
      'Aurora | self-driving trucks | Engineer | Munich',
      { company: 'Aurora', roles: ['Engineer'], places: ['Munich'] },
    ],
    [
      'Acme | The database for developers | Hiring Manager | Oslo',
      { company: 'Acme', roles: ['Hiring Manager'], places: ['Oslo'] },
    ],
    ['Acme | We are hiring: Data Engineers | Oslo', { company: 'Acme', roles: ['Data Engineers'], places: ['Oslo'] }],
    ['Acme.io | SRE | Remote', { company: 'Acme.io', roles: ['SRE'], workplace: 'remote' }],
    [
      'Acme - San Juan | REMOTE or Madrid | Developers',
      { company: 'Acme', roles: ['Developers'], places: ['San Juan', 'Madrid'], workplace: 'remote' },
    ],
  ])('%s', (line, said) => {
    expect(readHeader(line)).toEqual({ ...NOTHING, ...said })
  })

  test.each([
    ['Acme - Data Engineer - Berlin - Remote possible - 60-80k EUR', 'Acme', 'remote'],
    ['London, UK - Acme - Full time - No Remote', 'Acme', 'onsite'],
    ['Acme (https://acme.example) – Budapest, Hungary – Full time (no remote, yes relocation)', 'Acme', 'onsite'],
  ])('is read with dashes, too: %s', (line, company, workplace) => {
    expect(readHeader(line)).toMatchObject({ company, workplace })
  })

  test.each([
    ['a sentence', 'Acme is hiring data engineers in Berlin.'],
    ['a sentence with dashes', 'We are a small team - fun - and remote'],
    ['one with a bar', 'I wonder what others think | this is a comment'],
    ['a name', 'Acme'],
    ['a question', 'Does anybody hire for compilers?'],
    ['somebody who looks for work', 'SEEKING WORK | Berlin or remote | Python'],
    ['role, place and no company, with dashes', 'Senior PHP Developer - London, UK - Full time - Direct hire'],
    ['a novel', `Acme | Engineer | ${'so much to say '.repeat(60)}`],
    ['nothing', ''],
  ])('is none when the line is %s', (_, line) => {
    expect(readHeader(line)).toBeNull()
  })

  test.each([
    ['Acme | Engineer | Berlin', null],
    ['Acme | Remote Sensing Scientist | Berlin', null],
    ['Acme | Engineer | Berlin or remote', 'remote'],
    ['Acme | Engineer | ONSITE or REMOTE', 'remote'],
    ['Acme | Engineer | Hybrid, 3 days', 'hybrid'],
    ['Acme | Engineer | in-person', 'onsite'],
    ['Acme | Engineer | SF (sorry, no remote)', 'onsite'],
  ])('names a kind of workplace only when it says so: %s', (line, workplace) => {
    expect(readHeader(line)?.workplace).toBe(workplace)
  })

  test.each([
    ['San Francisco, CA or Remote (US)', ['San Francisco, CA', 'Remote (US)']],
    ['Austin, TX or Remote', ['Austin, TX']],
    ['Onsite/Remote (EU)', ['Remote (EU)']],
    ['Europe remote in UTC +/- 3h', ['Europe remote in UTC ± 3h']],
    ['San Francisco, ONSITE, VISA', ['San Francisco']],
    ['Utrecht (near Amsterdam), The Netherlands', ['Utrecht (near Amsterdam), The Netherlands']],
    ['Munich, Germany (hybrid)', ['Munich, Germany']],
    ['NORWAY + remote friendly', ['NORWAY']],
    ['100% remote', []],
    ['Nice people', []],
    ['AI for healthcare', []],
    ['AI Research', []],
    ['Series B', []],
    ['join us', []],
  ])('of the field "%s" takes the places %j', (field, places) => {
    expect(readHeader(`Acme | Engineer | ${field}`)?.places).toEqual(places)
  })

  test.each([
    ['€80–120k + equity', '€80–120k + equity'],
    ['60k - 80k', '60k - 80k'],
    ['CHF 120,000', 'CHF 120,000'],
    ['Series A, $20M raised', null],
    ['$10M ARR', null],
    ['100k users', null],
    ['401k', null],
    ['40 people', null],
  ])('of the field "%s" takes the pay %j', (field, pay) => {
    expect(readHeader(`Acme | Engineer | ${field}`)?.pay).toBe(pay)
  })

  test.each([
    ['Full-time', 'full_time'],
    ['Fulltime, REMOTE', 'full_time'],
    ['Full-time or contract', null],
    ['REMOTE, INTERNS', null],
    ['Full time and interns', 'full_time'],
    ['Internship', 'internship'],
    ['B2B contract', 'contract'],
  ])('of the field "%s" takes the kind of employment %j', (field, type) => {
    expect(readHeader(`Acme | Engineer | ${field}`)?.employmentType).toBe(type)
  })
})
