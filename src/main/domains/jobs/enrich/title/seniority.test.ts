import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import titles from '../fixtures/titles.json' with { type: 'json' }
import { readSeniority } from './seniority.ts'

const levelOf = (title: string, descriptionText = '') => readSeniority({ title, descriptionText }).seniority

describe('readSeniority', () => {
  it.each(titles.titles)('reads "$title" as $seniority', ({ title, seniority }) => {
    expect(levelOf(title)).toBe(seniority)
  })

  it.each([
    ['We are looking for a senior data engineer to join our team.', 'senior'],
    ['For our Munich site we want a senior-level colleague who has carried models into production.', 'senior'],
    ['Seniority: Mid-level\nYou will build services.', 'mid'],
    ['Experience level: Entry level', 'junior'],
    ['The job is pitched at mid level.', 'mid'],
    ['This post sits at principal level.', 'principal'],
    ['This is an entry-level position in our Berlin office.', 'junior'],
    ['The position is aimed at recent graduates.', 'junior'],
    ['We are looking for a Tech Lead who guides five developers.', 'lead'],
    ['Wir suchen dich als Werkstudent für unser Datenteam.', 'intern'],
    ['Zur Verstärkung unseres Teams suchen wir einen Senior Data Engineer (m/w/d).', 'senior'],
    ['Gesucht: Senior Data Engineer.', 'senior'],
    ['Diese Stelle ist für Berufseinsteiger gedacht.', 'junior'],
    ['Wir haben eine Einstiegsposition zu besetzen.', 'junior'],
    ['Nous recherchons un développeur confirmé pour notre équipe.', 'mid'],
    ['Le poste s’adresse à de jeunes diplômés.', 'junior'],
    ['Wij zijn op zoek naar een medior data engineer.', 'mid'],
    ['Deze functie is bedoeld voor starters.', 'junior'],
    ['Puesto de nivel intermedio, sin personas a cargo.', 'mid'],
    ['Buscamos un desarrollador senior con ganas de crecer.', 'senior'],
    ['Szukamy starszego inżyniera, który poprowadzi przebudowę.', 'senior'],
    ['Poszukujemy młodszej programistki do działu IT.', 'junior'],
    ['Vi söker en senior utvecklare till vårt team.', 'senior'],
    ['Cerchiamo una figura senior che sviluppi i servizi.', 'senior'],
    ['Destinado a recém-licenciados.', 'junior'],
  ])('asks the text where the title names no level: %s', (descriptionText, seniority) => {
    expect(levelOf('Data Engineer', descriptionText)).toBe(seniority)
  })

  it.each([
    'You will report to the Senior Director and mentor junior colleagues.',
    'A senior analyst will sit next to you for the first six months.',
    "You'll join nine engineers, several of them very senior.",
    "You'll present to senior-level stakeholders.",
    'This role can grow into a senior position.',
    'We offer a clear path from junior to senior roles.',
    'Our principal engineers review designs.',
    'You have 5+ years of experience.',
    'As an international company we value diversity.',
    'Auch für Berufseinsteiger geeignet.',
    'Erste Berufserfahrung ist von Vorteil.',
    'Du lernst von unseren Senior Engineers.',
    "Vous justifiez d'une expérience confirmée en Python.",
    "Je begeleidt junior collega's en werkt samen met de senior architect.",
    'Trabajarás con perfiles senior de varios países.',
    'Będziesz wspierać młodszych kolegów.',
    'Du handleder juniora kollegor.',
  ])('takes no level of others, of later or of years: %s', (descriptionText) => {
    expect(levelOf('Data Engineer', descriptionText)).toBe('unknown')
  })

  it.each([
    ['Lead Generation Manager', 'You work on your own account, without direct reports.', 'unknown'],
    ['Project Manager', 'You lead a team of five and have three direct reports.', 'manager'],
    ['Produktmanager', 'Du übernimmst Personalverantwortung für vier Kolleginnen.', 'manager'],
    ['Produktmanager', 'Personalverantwortung ist mit der Rolle nicht verbunden.', 'unknown'],
    ['Responsable Produit', "Vous n'encadrez personne.", 'unknown'],
    ['Data Engineer', 'Personalverantwortung übernimmt die Teamleitung.', 'unknown'],
  ])('takes a manager of things for one of people where the text says so: %s / %s', (title, text, seniority) => {
    expect(levelOf(title, text)).toBe(seniority)
  })

  it('believes the title before the text', () => {
    expect(levelOf('Junior Engineer', 'We are looking for a senior engineer.')).toBe('junior')
  })

  it.each([
    ['Ingénieur Data confirmé(e)', '', 'confirmé'],
    ['Data Engineer II (m/w/d)', '', 'II'],
    ['Data Engineer', 'Hello.\nWe are looking for a senior engineer.', 'looking for a senior'],
    ['Data Engineer', '', null],
  ])('quotes the words that decided: %s', (title, descriptionText, words) => {
    expect(readSeniority({ title, descriptionText }).words).toBe(words)
  })

  it('never throws, and quotes only what is there', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (title, descriptionText) => {
        const { words } = readSeniority({ title, descriptionText })
        expect(words === null || title.includes(words) || descriptionText.includes(words)).toBe(true)
      }),
    )
  })
})
