import { describe, expect, it } from 'vitest'
import { readLanguage } from './language.ts'

describe('readLanguage', () => {
  it.each([
    ['en', 'We are looking for a data engineer who will work with our teams on the platform.'],
    ['de', 'Wir suchen eine Person für unser Team, die mit uns die Plattform weiterentwickelt.'],
    ['fr', 'Nous recherchons une personne pour notre équipe qui travaillera sur la plateforme avec nous.'],
    ['nl', 'Wij zoeken een ontwikkelaar die met ons team aan het platform werkt en graag nieuwe dingen leert.'],
    ['es', 'Buscamos una persona para nuestro equipo que trabaje con nosotros en la plataforma de datos.'],
    ['pl', 'Szukamy osoby do naszego zespołu, która będzie pracować nad platformą oraz rozwijać narzędzia.'],
    ['sv', 'Vi söker en person till vårt team som kommer att arbeta med oss och utveckla plattformen.'],
    ['it', 'Cerchiamo una persona per il nostro team che lavori con noi sulla piattaforma e sui dati della azienda.'],
    ['pt', 'Procuramos uma pessoa para a nossa equipa que trabalhe connosco na plataforma de dados da empresa.'],
    ['da', 'Vi søger en person til vores team, som skal arbejde med os og udvikle platformen samt lede møder.'],
    [
      'de',
      'Backend Developer Java Spring Kafka (m/w/d)\nDeine Aufgaben: Du entwickelst mit uns Services und betreust sie im Betrieb.',
    ],
  ])('says %s', (language, text) => {
    expect(readLanguage(text)).toBe(language)
  })

  it.each([[''], ['Java'], ['123 456 — 789'], ['C++ / Rust']])('says nothing about too little text: "%s"', (text) => {
    expect(readLanguage(text)).toBeNull()
  })

  it('reads the beginning only, so an English appendix does not turn a long German posting', () => {
    const german = 'Wir suchen dich für unser Team, und du arbeitest mit uns an der Plattform. '.repeat(25)
    expect(
      readLanguage(german + 'We are an equal opportunity employer and the team is for all of you. '.repeat(40)),
    ).toBe('de')
  })
})
