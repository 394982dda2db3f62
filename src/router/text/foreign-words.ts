/**
 * Small words of languages that the rules are not in, by language. None of them is an English word, a name's usual part,
 * or a word of the programs; accents may be left out.
 */
export const FOREIGN_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(
    `ich du er wir ihr uns unser unsere unserer unseren unserem mein meine meiner der das den dem des ein eine einen
    einem einer ist sind bin wird werden haben hat habe hatte kann können konnen könnte möchte möchten mochten wollen
    müssen mussen sollen und oder aber nicht kein keine mit für fur von vom zu zum zur bei nach aus auf über uber wie wo
    wer wann warum welche welcher wenn dass weil noch schon auch nur sich es gibt bitte danke jahr lizenz verlängern
    verlangern bekommen brauchen`,
  ),
  fr: words(
    `je nous vous ils elle elles notre nos votre mes le la les du des une est sont suis sommes êtes etes avons avez ont
    peut peuvent pouvons voudrais voulons devons dois et ou mais pas avec dans chez vers au aux ce cette ces qui que quoi
    où quand pourquoi quel quelle quels quelles si très tres aussi encore déjà deja merci bonjour année annee
    renouveler obtenir gratuit gratuite gratuitement licence-là est-ce faut-il peut-on`,
  ),
  es: words(
    `yo nosotros ustedes usted ellos nuestro nuestra nuestros nuestras el la los las del una unos unas es son está esta
    están estan somos soy tenemos tiene tengo puede puedo podemos quiero queremos quisiera debemos necesitamos y pero con
    por para en cómo como dónde donde quién quien cuándo cuando qué que cuál cual muy también tambien más ya gracias hola
    año ano renovar obtener gratis gratuita se lo al`,
  ),
  pt: words(
    `eu nós nos vocês voces você voce nosso nossa nossos nossas minha meu os as um uma uns umas do da dos das no na nos nas ao à é
    são sao está estamos somos sou temos tem tenho pode posso podemos quero queremos gostaria devemos precisamos e mas com
    por para em como onde quem quando que qual muito também mais já obrigado obrigada olá ano renovar obter gratuito gratuita`,
  ),
  it: words(
    `io noi voi loro nostro nostra nostri nostre il lo la gli le del della dei degli delle un una è sono siamo abbiamo ha
    ho può posso possiamo vorrei vogliamo dobbiamo e ma con per da di in nel nella come dove chi quando perché perche che
    quale molto anche più già grazie ciao buongiorno anno rinnovare ottenere gratuita`,
  ),
  nl: words(
    `ik wij jullie zij ons onze mijn het een van aan met voor naar bij uit zijn heeft hebben kan kunnen wil willen moet
    moeten en maar niet geen ook nog hoe waar wie wanneer waarom welke als dat dit deze er graag dank hallo jaar
    verlengen krijgen gratis`,
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
