import type { Wording } from './languages.ts'

const list = (text: string) => text.split(' ')

/** Norwegian, Danish and Finnish. */
export const NORTHERN_WORDINGS: Readonly<Record<string, Wording>> = {
  no: {
    headings: {
      profile: 'Sammendrag',
      experience: 'Arbeidserfaring',
      education: 'Utdanning',
      skills: 'Ferdigheter',
      languages: 'Språkferdigheter',
      interests: 'Fritidsinteresser',
      contact: 'Kontaktinformasjon',
    },
    present: 'nå',
    months: list('januar februar mars april mai juni juli august september oktober november desember'),
    labels: { phone: 'Mobil', email: 'E-post', address: 'Bosted' },
    native: 'morsmål',
    names: { no: 'norsk', en: 'engelsk', de: 'tysk', fr: 'fransk', es: 'spansk', sv: 'svensk', fi: 'finsk' },
    document: 'Curriculum vitae',
    europass: {
      dates: 'Tidsrom',
      title: 'Stilling',
      company: 'Arbeidsgiver',
      degree: 'Grad',
      school: 'Lærested',
      tasks: 'Arbeidsoppgaver',
    },
    summary:
      'Jeg bygger systemer som en kan stole på, og liker å forklare dem. De siste årene har jeg jobbet i små lag.',
    interests: 'Roing, gamle kart, kor',
    bullets: [
      'Kortet ned nattkjøringen fra seks timer til førti minutter med {0} og {1}.',
      'Ledet fire personer og et budsjett på 300 000 euro.',
      'Flyttet rapportene fra tre land til {0}.',
      'Skrev håndboken for nye kolleger.',
    ],
  },
  da: {
    headings: {
      profile: 'Profil',
      experience: 'Erhvervserfaring',
      education: 'Uddannelse',
      skills: 'Kompetencer',
      languages: 'Sprogkundskaber',
      interests: 'Interesser',
      contact: 'Kontaktoplysninger',
    },
    present: 'nuværende',
    months: list('januar februar marts april maj juni juli august september oktober november december'),
    labels: { phone: 'Tlf', email: 'E-mail', address: 'Bopæl' },
    native: 'modersmål',
    names: { da: 'dansk', en: 'engelsk', de: 'tysk', fr: 'fransk', es: 'spansk', sv: 'svensk', it: 'italiensk' },
    document: 'Curriculum vitae',
    europass: {
      dates: 'Periode',
      title: 'Stilling',
      company: 'Arbejdsgiver',
      degree: 'Kvalifikation',
      school: 'Uddannelsessted',
      tasks: 'Arbejdsopgaver',
    },
    summary: 'Jeg bygger systemer, man kan stole på, og kan godt lide at forklare dem. Mine seneste hold var små.',
    interests: 'Roning, gamle kort, kor',
    bullets: [
      'Forkortede natkørslen fra seks timer til fyrre minutter med {0} og {1}.',
      'Ledede fire personer og et budget på 300.000 euro.',
      'Flyttede rapporterne fra tre lande til {0}.',
      'Skrev håndbogen til nye kolleger.',
    ],
  },
  fi: {
    headings: {
      profile: 'Profiili',
      experience: 'Työkokemus',
      education: 'Koulutus',
      skills: 'Osaaminen',
      languages: 'Kielitaito',
      interests: 'Harrastukset',
      contact: 'Yhteystiedot',
    },
    present: 'nykyinen',
    months: list(
      'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
    ),
    labels: { phone: 'Puhelin', email: 'Sähköposti', address: 'Osoite' },
    native: 'äidinkieli',
    names: { fi: 'suomi', en: 'englanti', sv: 'ruotsi', de: 'saksa', fr: 'ranska', es: 'espanja', it: 'italia' },
    document: 'Ansioluettelo',
    europass: {
      dates: 'Ajankohta',
      title: 'Tehtävänimike',
      company: 'Työnantaja',
      degree: 'Tutkinto',
      school: 'Oppilaitos',
      tasks: 'Työtehtävät',
    },
    summary: 'Rakennan järjestelmiä, joihin voi luottaa, ja selitän niitä mielelläni. Viimeiset tiimini olivat pieniä.',
    interests: 'Soutu, vanhat kartat, kuoro',
    bullets: [
      'Lyhensin yöajon kuudesta tunnista neljäänkymmeneen minuuttiin: {0} ja {1}.',
      'Johdin neljää henkilöä ja 300 000 euron budjettia.',
      'Siirsin kolmen maan raportit: {0}.',
      'Kirjoitin uusien työntekijöiden käsikirjan.',
    ],
  },
}
