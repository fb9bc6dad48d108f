import { expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import { profileSchema } from '#shared/profile.ts'
import { findClaims } from '../find-claims.ts'
import { NOW, sentenceOf } from '../labelled.fixture.ts'

const post = (id: string, company: string, title: string) => ({
  id: `${id}post0`,
  company,
  title,
  start: '2018-01',
  end: '2020-02',
  bullets: [{ id: `${id}point`, text: 'Supervise an intern and keep the platform of the ward running.' }],
})
const EXPERIENCES = [
  post('devo', 'Paketwerk', 'DevOps Engineer'),
  post('data', 'Fjellheim Data', 'Junior Data Engineer'),
  post('care', 'Brannoc Hospital', 'Intensive Care Nurse'),
  post('stud', 'Lindner', 'Werkstudent Softwareentwicklung'),
  {
    ...post('lead', 'Kranbau Holm', 'Engineer'),
    bullets: [{ id: 'leadpoint', text: 'Fachliche Führung von drei Engineers.' }],
  },
]

function findings(text: string, ...cites: string[]): Finding[] {
  const career = careerSchema.parse({
    person: { name: 'Ida Holm', headline: '', email: '', phone: '', city: '', countryCode: null, links: [] },
    experiences: EXPERIENCES,
    education: [{ id: 'phdentry', institution: 'University of Porto', degree: 'PhD', field: 'Nursing' }],
  })
  return findClaims(sentenceOf(career, { text, cites }), { career, profile: profileSchema.parse({}), now: NOW })
}

it.each([
  ['Researcher turned engineer who keeps platforms running.', 'devopost0'],
  ['Nurse turned DevOps engineer who keeps platforms running.', 'devopost0'],
  ['Cost-conscious engineer who keeps platforms running.', 'devopost0'],
  ['Kostenbewusster Plattform-Ingenieur mit Freude am Betrieb.', 'devopost0'],
  ['Former ICU nurse, now a DevOps engineer.', 'devopost0'],
  ['Look after one intern.', 'devopoint'],
  ['Entwickler mit Erfahrung im Betrieb.', 'studpost0'],
  ['I worked as a student developer at Lindner.', 'studpost0'],
  ['Early-career developer with a taste for small tools.', 'studpost0'],
  ['Nachwuchsentwickler mit Freude am Betrieb.', 'studpost0'],
  ['Angehender Entwickler mit Erfahrung im Betrieb.', 'studpost0'],
  ['Hands-on engineer who keeps platforms running.', 'devopost0'],
  ['Begleitung einer Praktikantin.', 'devopoint'],
  ['Presented the platform to senior management.', 'devopoint'],
  ['Technical lead for three engineers.', 'leadpoint'],
  ['Fachliche Leitung eines Teams von drei Engineers.', 'leadpoint'],
  ['Leads three engineers without line management.', 'leadpoint'],
])('leaves alone a description that the posts bear: %s', (text, cited) => {
  expect(findings(text, cited).filter(({ kind }) => kind === 'title')).toEqual([])
})

it.each([
  ['Senior engineer who keeps platforms running.', 'devopost0'],
  ['Security specialist with a focus on wards.', 'devopost0'],
  ['Lawyer turned data scientist who keeps platforms running.', 'devopost0'],
  ['Data engineer at Paketwerk.', 'devopost0'],
  ['As a data engineer I kept the platform running.', 'devopoint'],
  ['Entwickler bei Lindner.', 'studpost0'],
  ['Lead Full-Stack Developer at Lindner.', 'studpost0'],
  ['Team lead at Paketwerk.', 'devopoint'],
  ['Passionate senior engineer who keeps platforms running.', 'devopost0'],
  ['OSCP-certified senior engineer with a focus on wards.', 'devopost0'],
  ['Als leitende Disponentin den Betrieb geplant.', 'devopost0'],
  ['As chief dispatcher I kept the platform running.', 'devopost0'],
  ['Chefdisponentin bei Paketwerk.', 'devopost0'],
  ['Heute DevOps Engineer, davor Teamleiter Betrieb bei Lindner.', 'studpost0'],
  ['Line manager of three engineers.', 'leadpoint'],
  ['Head of engineering with a team of three.', 'leadpoint'],
])('finds a post that nobody held: %s', (text, cited) => {
  expect(findings(text, cited).map(({ kind }) => kind)).toContain('title')
})

it.each([
  ['Before I came to Paketwerk, I kept the platform of Fjellheim Data running.', false],
  ['Als ich von Paketwerk kam, lief die Plattform von Fjellheim Data.', false],
  ['After I joined Paketwerk, I kept the platform of Fjellheim Data running.', true],
  ['Als ich zu Paketwerk kam, hielt ich die Plattform am Laufen.', true],
  ['Before I left Paketwerk, I kept the platform running.', true],
  ['After leaving Paketwerk, I kept the platform of Fjellheim Data running.', false],
  ['At Paketwerk I kept the platform running.', true],
  ['Before I came to Hollmann, I kept the platform of Fjellheim Data running.', true],
  ['After I joined Paketwerk I kept the platform running.', true],
])('the name of another employer of the career: %s', (text, isFound) => {
  expect(findings(text, 'datapoint').some(({ kind }) => kind === 'name' || kind === 'employer')).toBe(isFound)
})
