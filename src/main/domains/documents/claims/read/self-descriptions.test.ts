import { expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { findClaims } from '../find-claims.ts'
import { NOW, sentenceOf } from '../labelled.fixture.ts'

const CAREER = careerSchema.parse({
  person: { name: 'Ida Holm', headline: '', email: '', phone: '', city: '', countryCode: null, links: [] },
  experiences: [
    {
      id: 'research0',
      company: 'Sicherwerk Security GmbH',
      title: 'Research Software Engineer',
      start: '2020-01',
      end: null,
      skills: ['Python', 'Terraform', 'AWS'],
      bullets: [
        {
          id: 'forecasts',
          text: 'Forecasts of river levels for the BSH; used spot instances, return on ad spend unchanged.',
        },
        { id: 'penetrate', text: 'Run penetration tests of web applications and teach secure coding.' },
        { id: 'controls0', text: 'Programmed PLCs for 22 packaging lines together with the radiology ward.' },
        { id: 'knee00000', text: 'Classifier for knee MRI; active learning with CVAT.' },
        { id: 'selection', text: 'Aktive Auswahl der Bilder senkte die Kosten der Beschriftung.' },
        { id: 'doctorals', text: 'Mentor of 3 doctoral students of Hamburg University of Technology.' },
        { id: 'towns0000', text: 'Data Scientist models for Stadtwerke Ahrenfeld.' },
      ],
    },
    { id: 'junior000', company: 'Nordkai', title: 'Junior Software Developer', start: '2018-01', end: '2019-12' },
  ],
  education: [
    { id: 'training0', institution: 'IHK Leipzig', degree: 'Fachinformatiker', field: 'Anwendungsentwicklung' },
    { id: 'studies00', institution: 'Universität Ulm', degree: 'B.Sc.', field: 'Physik' },
  ],
  extras: [
    { id: 'carpentry', kind: 'certificate', name: 'Certified Instructor', by: 'The Carpentries', date: '2024-06' },
  ],
})

function found(text: string, cites: string[]): string[] {
  const ground = { career: CAREER, profile: profileSchema.parse({}), now: NOW }
  return findClaims(sentenceOf(CAREER, { text, cites }), ground).map(({ kind, words }) => `${kind} ${words}`)
}

it.each([
  ['Forschungssoftware-Entwicklerin mit Freude an Python.', 'research0'],
  ['Zeitreihenspezialistin mit Freude an Python.', 'forecasts'],
  ['Cloud-Entwicklerin mit Freude am Betrieb.', 'research0'],
  ['Application security specialist.', 'penetrate'],
  ['IT-Sicherheitsexpertin mit Forschungserfahrung.', 'research0'],
  ['Penetration tester and secure coding trainer.', 'penetrate'],
  ['PLC programmer with a love for packaging lines.', 'controls0'],
  ['IHK-trained software developer.', 'training0'],
  ['Softwareentwicklerin mit IHK-Abschluss.', 'training0'],
  ['Als geprüfte Carpentries-Lehrerin erkläre ich gern.', 'carpentry penetrate'],
  ['Angefangen habe ich als Nachwuchsentwicklerin bei Nordkai.', 'junior000'],
  ['Physikerin mit Freude an Software.', 'studies00'],
  ['Mentored three PhD students.', 'doctorals'],
  ['Betreuung dreier Promovierender der TU Hamburg.', 'doctorals'],
  ['Used Spot Instances for the forecasts.', 'forecasts'],
  ['Verpackungslinien gemeinsam mit der Radiologie programmiert.', 'controls0'],
  ['ROAS unverändert gehalten.', 'forecasts'],
  ['Vorhersagen für das Bundesamt für Seeschifffahrt und Hydrographie.', 'forecasts'],
  ['Modelle für ein Stadtwerk.', 'towns0000'],
  ['Chose the images by active learning.', 'selection'],
  ['Vieles aus der Bildauswahl lässt sich auf MRT übertragen.', 'selection'],
])('is borne out by the career: %s', (text, cited) => {
  expect(found(text, cited.split(' '))).toEqual([])
})

it.each([
  ['Blockchain-Entwicklerin mit Freude am Betrieb.', 'research0', 'title'],
  ['Leitende Cloud-Entwicklerin.', 'research0', 'title'],
  ['Softwarearchitektin für die Cloud.', 'research0', 'title'],
  ['Pressesprecherin mit Freude am Schreiben.', 'research0', 'title'],
  ['Fachärztin mit Freude an Software.', 'research0', 'title'],
  ['Bei Sicherwerk bin ich Teamleiterin.', 'research0', 'title'],
  ['I was head of engineering there.', 'research0', 'title'],
  ['Als geprüfte Trainerin erkläre ich gern.', 'penetrate', 'title'],
  ['Entwicklerin bei Nordkai.', 'junior000', 'title'],
  ['Medieninformatikerin aus Ulm.', 'studies00', 'degree'],
  ['Studierte Meteorologin mit Freude an Vorhersagen.', 'studies00', 'degree'],
  ['Industriemeisterin mit Freude an Anlagen.', 'training0', 'degree'],
  ['As a PhD student I wrote Python.', 'junior000', 'degree'],
  ['Meine Modelle laufen beim Statistischen Bundesamt.', 'research0', 'name'],
  ['Meine Modelle nutzt auch das Kraftfahrt-Bundesamt.', 'research0', 'name'],
  ['Modelle für die Sächsische Staatskanzlei gebaut.', 'research0', 'name'],
  ['Modelle für das Technische Hilfswerk gebaut.', 'research0', 'name'],
  ['Modelle gemeinsam mit dem Landeskriminalamt gebaut.', 'research0', 'name'],
  ['Texte für die Leipziger Volkszeitung geschrieben.', 'training0', 'name'],
  ['Built models for the Federal Agency for Technical Relief.', 'research0', 'name'],
  ['My models are used by the national health service.', 'research0', 'name'],
  ['Kosten mit einem neuronalen Netz gesenkt.', 'penetrate', 'skill'],
])('is borne out by nothing: %s', (text, cited, kind) => {
  const kinds = found(text, cited.split(' ')).map((one) => one.split(' ')[0]?.replace(/employer|institution/, 'name'))
  expect(kinds).toContain(kind)
})
