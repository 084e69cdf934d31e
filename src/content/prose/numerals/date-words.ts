/**
 * Words of a language that tell what a figure beside them is, where `Intl` has none. Alternatives are parted by `|`; they
 * stand as they are written in the middle of a sentence.
 */
export interface DateWords {
  /** Between two days, two years or two centuries: to, until, and, or. */
  readonly to?: string;
  /** Before a year, of whatever length: the year, anno. */
  readonly year?: string;
  /** After a year, of whatever length. */
  readonly yearAfter?: string;
  /** Before a date, so that four figures after it are a year: in, since, the. */
  readonly when?: string;
  readonly seasons?: string;
  /** Beside the number of a century, before or after it. */
  readonly century?: string;
  /** Straight after the last nought of a decade, and before a decade. */
  readonly decadeEnd?: string;
  readonly decade?: string;
  /** What follows an ordinal number: `th`, `º`. */
  readonly ordinal?: string;
  /** Before the number of a route, a line, a flight, a page. */
  readonly label?: string;
  /** After an hour, and after nothing else. */
  readonly clock?: string;
  /** Before an hour, and after an hour that a word of `at` stands before. */
  readonly at?: string;
  readonly hours?: string;
  /** After a number that is no year. */
  readonly counted?: string;
  /** Other names of eras than those of `Intl`. */
  readonly eras?: string;
}

const LATIN_LABELS = 'Nos?\\.|Nr\\.|№|[Vv]\\.';

/** By language. English words count in every language. */
export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
  en: {
    to: 'to|till|until|through|and|or',
    year: '[Tt]he years?|[Aa] year of|anno|A\\.D\\.|AD|CE',
    when: '[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|[Oo]f|[Tt]he|[Bb]y|[Ff]rom|[Tt]o|[Bb]etween|[Ee]arly|[Mm]id|[Ll]ate|c\\.|ca\\.|[Cc]irca',
    seasons: '[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Easter|Christmas',
    century: 'centur(?:y|ies)|millennium|millennia',
    decadeEnd: "[’']?s",
    decade: 'decade of',
    ordinal: 'st|nd|rd|th',
    label: `${LATIN_LABELS}|[Vv]ersions?|[Rr]outes?|[Ll]ines?|[Bb]us(?:es)?|[Tt]rams?|[Ff]lights?|[Hh]ighways?|[Rr]oads?|[Mm]otorways?|[Ii]nterstates?|[Ee]xits?|[Jj]unctions?|[Pp]latforms?|[Gg]ates?|[Pp]ages?|pp?\\.|[Cc]hapters?|[Aa]rticles?|[Ss]ections?|[Rr]esolutions?|[Ff]igures?|[Tt]ables?|[Rr]ooms?|[Pp]hase|[Vv]ol(?:ume|\\.)`,
    eras: 'BC|BCE|AD|CE|B\\.C\\.E?\\.?|A\\.D\\.|C\\.E\\.|AH',
    clock: "o[’']clock|a\\.?m\\.?|p\\.?m\\.?",
    counted:
      'people|persons?|men|women|children|families|households|soldiers|troops|dead|wounded|injured|killed|homes|houses|tents|refugees|residents|inhabitants|villagers|civilians|workers|students|animals|km|kilomet(?:er|re)s|miles|met(?:er|re)s|tons|tonnes|dollars|euros|pounds|years|days|hours|times|others|more',
  },
  ar: {
    to: 'إلى|حتى|و|أو',
    year: '(?<!كل )(?:عام|عامي|سنة|العام|السنة)',
    when: 'في|منذ|عام|سنة|قبل|بعد|حتى|خلال|بين|إلى|من',
    seasons: 'ربيع|صيف|خريف|شتاء',
    century: 'القرن|القرنين|قرن',
    decade: 'عقد|سنوات|ثمانينيات',
    ordinal: 'م',
    label: 'رقم|الخط|خط|الطريق|طريق|الإصدار|إصدار|الصفحة|صفحة|المادة|الفصل|القرار|الرحلة',
    clock: 'صباحًا|صباحا|مساءً|مساء|ظهرًا',
    eras: 'ق\\.?\\s?م\\.?|قبل الميلاد|للميلاد|ميلادي(?:ة)?|هـ|هجري(?:ة)?',
    at: 'الساعة',
    counted: 'شخص|أشخاص|رجل|امرأة|طفل|أسرة|عائلة|جندي|قتيل|جريح|منزل|كيلومتر|كم|متر|دولار|يورو|سنة|يوم',
  },
  ckb: {
    to: 'تا|بۆ|و|یان',
    year: 'ساڵی|ساڵ',
    when: 'لە|ساڵی|پێش|دوای|تا',
    seasons: 'بەهاری|هاوینی|پاییزی|زستانی',
    century: 'سەدەی',
    decade: 'ساڵانی',
    ordinal: 'ەم|هەم|ی',
    label: 'ژمارە|هێڵی|ڕێگای|وەشانی|لاپەڕە',
    eras: 'پ\\. ?ز\\.?',
    at: 'کاتژمێر',
  },
  de: {
    to: 'bis|und|oder',
    year: '[Ii]m Jahre?|[Dd]as Jahr|[Dd]es Jahres|[Dd]ie Jahre|[Aa]nno',
    when: '[Ii]n|[Ii]m|[Ss]eit|[Bb]is|[Vv]or|[Nn]ach|[Vv]on|[Aa]b|[Dd]er|[Dd]ie|[Dd]as|[Dd]es|[Zz]wischen|[Jj]ahre?|[Aa]nfang|[Mm]itte|[Ee]nde|[Uu]m',
    seasons: 'Frühjahr|Frühling|Sommer|Herbst|Winter|Ostern|Weihnachten',
    century: 'Jahrhunderts?|Jahrhunderte|Jh\\.|Jhdt?\\.|Jahrtausends?',
    decadeEnd: 'ern?',
    ordinal: '\\.|te[nrs]?',
    label: `${LATIN_LABELS}|Version|Linien?|Bus|Tram|Zug|Flug|Autobahn|Bundesstraße|Straße|Gleis|Seiten?|S\\.|Kapitel|Artikel|Art\\.|Abschnitt|Resolution|Nummer|Ausfahrt|Abb\\.|Tabelle|[ABEKLSU]|ICE?|RE`,
    clock: 'Uhr',
    eras: 'v\\. ?Chr\\.|n\\. ?Chr\\.|v\\. ?u\\. ?Z\\.|u\\. ?Z\\.',
    counted:
      'Menschen|Personen|Männer|Frauen|Kinder|Familien|Soldaten|Tote|Verletzte|Häuser|Kilometer|km|Meter|Euro|Dollar|Jahre|Tage|Stunden|Mal',
  },
  es: {
    to: 'al?|hasta|y|e|o|u',
    year: '(?:[Ee]l|[Dd]el|[Uu]n) año|[Ll]os años',
    when: '[Ee]n|[Dd]esde|[Hh]asta|[Aa]ntes de|[Dd]espués de|[Dd]e|[Dd]el|[Ee]ntre|[Ll]a|[Ee]l|[Aa]ño',
    seasons: '[Pp]rimavera|[Vv]erano|[Oo]toño|[Ii]nvierno|Navidad',
    century: '[Ss]iglos?|milenio',
    decade: '[Aa]ños|[Dd]écadas? de(?: los)?',
    ordinal: '\\.?[ºª°]|er',
    label: `${LATIN_LABELS}|[Vv]ersión|[Ll]íneas?|[Rr]utas?|[Aa]utobús|[Tt]ranvía|[Tt]ren|[Vv]uelo|[Cc]arretera|[Aa]utopista|[Aa]utovía|[Aa]ndén|[Pp]áginas?|págs?\\.|p\\.|[Cc]apítulos?|[Aa]rtículos?|[Rr]esolución|[Nn]úmero|[Ss]alida|[Kk]ilómetro|[Tt]abla|[Ff]igura`,
    eras: 'a\\. ?(?:de )?C\\.|d\\. ?(?:de )?C\\.|a\\. ?e\\. ?c\\.|e\\. ?c\\.',
    at: '(?:[Aa]|[Dd]e|[Dd]esde|[Hh]asta|[Hh]acia) las?',
    hours: 'horas?|h|hs\\.?',
    counted:
      'personas|hombres|mujeres|niños|familias|soldados|muertos|heridos|casas|kilómetros|km|metros|euros|dólares|años|días|horas|veces',
  },
  fa: {
    to: 'تا|و|یا|الی',
    year: '(?<!هر )سال|سنه',
    when: 'در|از|تا|سال|پیش از|پس از',
    seasons: 'بهار|تابستان|پاییز|زمستان',
    century: 'قرن|سده',
    decade: 'دهه|دههٔ|دهه‌ی',
    ordinal: 'م|ام|اُم|مین',
    label: 'شماره|خط|جاده|نسخه|صفحه|ماده|فصل|قطعنامه|پرواز|بزرگراه',
    clock: 'صبح|عصر|ظهر|شب',
    eras: 'ق\\.?\\s?م\\.?|پیش از میلاد|میلادی|خورشیدی|شمسی|قمری',
    at: 'ساعت',
  },
  fr: {
    to: "au?|à|jusqu[’']au?|et|ou",
    when: "[Ee]n|[Dd]epuis|[Jj]usqu[’']en|[Aa]vant|[Aa]près|[Dd]e|[Dd]ès|[Ee]ntre|[Ll]a|[Ll]e|[Dd]u|[Dd]ébut|[Ff]in|[Vv]ers",
    seasons: '[Pp]rintemps|[Éé]té|[Aa]utomne|[Hh]iver|Noël|Pâques',
    century: 'siècles?|millénaire',
    decade: '[Aa]nnées|décennie',
    ordinal: 'er|re|ère|e|ème|nde?|es|d',
    label: `${LATIN_LABELS}|[Vv]ersion|[Ll]ignes?|[Rr]outes?|[Bb]us|[Tt]ram(?:way)?|[Tt]rain|[Vv]ol|[Aa]utoroute|[Vv]oie|[Qq]uai|[Pp]ages?|pp?\\.|[Cc]hapitres?|[Aa]rticles?|[Rr]ésolution|[Nn]uméro|n°|[Ss]ortie|[Ff]igure|[Tt]ableau|[DN]|RN`,
    eras: 'av\\. ?J\\.-?C\\.|apr?\\. ?J\\.-?C\\.|av\\. ?n\\. ?è\\.',
    year: "l[’']an|l[’']année|les années",
    at: "[àÀ]|[Vv]ers|[Dd]ès|[Jj]usqu[’']à",
    hours: 'heures?|h',
    counted:
      'personnes|hommes|femmes|enfants|familles|soldats|morts|blessés|maisons|kilomètres|km|mètres|euros|dollars|ans|jours|heures|fois',
  },
  he: {
    to: 'עד|ו|או',
    year: 'שנת|בשנת|השנים|משנת',
    when: 'בשנת|מאז|עד|לפני|אחרי|בין|ב-|מ-',
    seasons: 'אביב|קיץ|סתיו|חורף|באביב|בקיץ|בסתיו|בחורף',
    century: 'המאה|במאה|מאה',
    decade: 'שנות|בשנות',
    label: "מספר|מס[’'׳]|קו|כביש|גרסה|עמוד|סעיף|פרק|החלטה|טיסה",
    clock: 'בבוקר|בערב|בצהריים',
    eras: 'לפנה[״"]ס|לפני הספירה|לספירה',
    at: 'בשעה|שעה',
  },
  hi: {
    to: 'से|और|या|तक',
    year: 'सन्?|वर्ष',
    when: 'सन्?|वर्ष|साल|से|में',
    seasons: 'वसंत|ग्रीष्म|शरद|शीत',
    century: 'सदी|शताब्दी',
    ordinal: 'वीं|वें|वाँ|वां|वी|ली|रा|री|था|ठा',
    label: 'संस्करण|लाइन|मार्ग|राजमार्ग|पृष्ठ|अनुच्छेद|अध्याय|संख्या|प्रस्ताव|धारा',
    clock: 'बजे|बजकर',
    eras: 'ईसा पूर्व|ई\\. ?पू\\.|ईस्वी|ई\\.',
  },
  id: {
    to: 'sampai|hingga|dan|atau|s\\.d\\.',
    year: '[Pp]ada tahun|[Dd]i tahun',
    when: '[Pp]ada|[Dd]i|[Ss]ejak|[Hh]ingga|[Ss]ampai|[Tt]ahun|[Ss]ebelum|[Ss]esudah|[Dd]ari',
    seasons: 'musim (?:semi|panas|gugur|dingin|hujan|kemarau)',
    century: '[Aa]bad(?: ke-)?|milenium(?: ke-)?',
    decadeEnd: '-an',
    decade: '[Tt]ahun|dekade',
    label: `${LATIN_LABELS}|[Vv]ersi|[Jj]alur|[Rr]ute|[Bb]us|[Kk]ereta|[Pp]enerbangan|[Jj]alan|[Hh]alaman|[Pp]asal|[Bb]ab|[Nn]omor|[Rr]esolusi`,
    clock: 'WIB|WITA|WIT|pagi|siang|sore|malam',
    eras: 'SM|Masehi',
    at: '[Pp]ukul|[Jj]am',
  },
  it: {
    to: 'al?|fino al?|e|ed|o',
    year: "(?:[Ll]|[Nn]ell|[Dd]ell)[’']anno|gli anni",
    when: '[Nn]el|[Dd]al|[Dd]el|[Aa]l|[Ii]l|[Ff]ino al|[Pp]rima del|[Dd]opo il|[Tt]ra il|[Dd]i',
    seasons: '[Pp]rimavera|[Ee]state|[Aa]utunno|[Ii]nverno|Natale|Pasqua',
    century: '[Ss]ecol[oi]|millennio',
    decade: "[Aa]nni [’']?|decennio",
    ordinal: '[ºª°]',
    label: `${LATIN_LABELS}|[Vv]ersione|[Ll]ine[ae]|[Aa]utobus|[Tt]ram|[Tt]reno|[Vv]olo|[Ss]trada|[Aa]utostrada|[Bb]inario|[Pp]agin[ae]|pp?\\.|[Cc]apitol[oi]|[Aa]rticol[oi]|[Rr]isoluzione|[Nn]umero|[Uu]scita|[Ff]igura|[Tt]abella|[Oo]re`,
    eras: 'a\\. ?C\\.|d\\. ?C\\.|a\\. ?e\\. ?v\\.|e\\. ?v\\.',
    at: '[Aa]lle|[Dd]alle|[Oo]re',
    hours: 'ore|h',
    counted:
      'persone|uomini|donne|bambini|famiglie|soldati|morti|feriti|case|chilometri|km|metri|euro|dollari|anni|giorni|ore|volte',
  },
  ja: {
    to: 'から|と|や|または',
    seasons: '春|夏|秋|冬',
    century: '世紀',
    decadeEnd: '年代',
    ordinal: '番|番目|回|位',
    label: '第|バージョン|国道|路線|ページ',
    clock: '時半',
    eras: '紀元前|西暦|紀元|前',
  },
  ko: {
    to: '부터|에서|과|와|및',
    seasons: '봄|여름|가을|겨울',
    century: '세기',
    decadeEnd: '년대',
    ordinal: '번째|번|호',
    label: '제|버전|국도|노선|페이지',
    clock: '시반',
    eras: '기원전|서기|기원후',
  },
  ku: {
    to: 'heta|û|an',
    year: '[Ss]ala|[Ss]alên',
    when: '[Dd]i|[Jj]i|[Hh]eta|[Ss]ala|[Bb]erî|[Pp]iştî',
    seasons: 'bihara|havîna|payîza|zivistana',
    century: 'sedsala|sedsalê',
    decade: 'salên',
    decadeEnd: 'an',
    ordinal: 'em(?:în)?|ê',
    label: `${LATIN_LABELS}|[Xx]eta|[Rr]êya|[Gg]uhertoya|[Rr]ûpela`,
    eras: 'B\\. ?Z\\.|P\\. ?Z\\.|BZ|PZ',
    at: '[Ss]aet',
  },
  nl: {
    to: 'tot|tot en met|t/m|en|of',
    year: '[Hh]et jaar|[Dd]e jaren|[Aa]nno',
    when: '[Ii]n|[Ss]inds|[Tt]ot|[Vv]oor|[Nn]a|[Vv]an|[Uu]it|[Dd]e|[Hh]et|[Tt]ussen|[Bb]egin|[Ee]ind|[Rr]ond|[Ss]edert',
    seasons: 'lente|voorjaar|zomer|herfst|najaar|winter|Kerst|Pasen',
    century: 'eeuw(?:en)?|millennium',
    decade: "[Jj]aren [’']?",
    ordinal: 'e|de|ste',
    label: `${LATIN_LABELS}|[Vv]ersie|[Ll]ijn|[Bb]us|[Tt]ram|[Tt]rein|[Vv]lucht|[Ss]nelweg|[Ww]eg|[Ss]poor|[Pp]agina|blz\\.|p\\.|[Hh]oofdstuk|[Aa]rtikel|[Rr]esolutie|[Nn]ummer|[Aa]fslag`,
    eras: 'v\\. ?Chr\\.|n\\. ?Chr\\.|v\\. ?C\\.|n\\. ?C\\.',
    at: '[Oo]m|[Vv]anaf|[Tt]ot',
    hours: 'uur|u',
    counted:
      'mensen|personen|mannen|vrouwen|kinderen|gezinnen|soldaten|doden|gewonden|huizen|kilometer|km|meter|euro|dollar|jaar|dagen|uur|keer',
  },
  pl: {
    to: 'do|i|a|lub|albo',
    year: '[Ww] roku|[Rr]oku',
    when: '[Ww]|[Oo]d|[Dd]o|[Pp]rzed|[Pp]o|[Zz]|[Rr]oku|[Mm]iędzy|[Ll]atach',
    seasons: '[Ww]iosn[aąęy]|[Ww]iosną|[Ll]at(?:o|em)|[Jj]esie(?:ń|nią)|[Zz]im[aąęy]',
    century: 'wieku?|wieków|w\\.|tysiąclecia?',
    decadeEnd: '-te|-tych',
    decade: '[Ll]at(?:a|ach)?',
    ordinal: '\\.|-[\\p{L}]{1,3}',
    label: `${LATIN_LABELS}|[Ww]ersj[aię]|[Ll]ini[aię]|[Aa]utobus|[Tt]ramwaj|[Pp]ociąg|[Ll]ot|[Dd]rog[aię]|[Aa]utostrad[ay]|[Ss]tron[ay]|s\\.|str\\.|[Rr]ozdział|[Aa]rtykuł|art\\.|[Rr]ezolucj[ai]|[Nn]umer|[Tt]or`,
    eras: 'p\\. ?n\\. ?e\\.|n\\. ?e\\.',
    yearAfter: 'roku|r\\.',
    at: '[Oo]|[Oo]d|[Dd]o|godz\\.|[Oo] godzinie',
  },
  pt: {
    to: 'ao?|à|até|e|ou',
    year: '(?:[Nn]o|[Dd]o|[Oo]) ano|[Oo]s anos',
    when: '[Ee]m|[Dd]esde|[Aa]té|[Aa]ntes de|[Dd]epois de|[Dd]e|[Dd]o|[Dd]a|[Ee]ntre|[Nn]o|[Aa]no',
    seasons: '[Pp]rimavera|[Vv]erão|[Oo]utono|[Ii]nverno|Natal|Páscoa',
    century: '[Ss]éculos?|milênio|milénio',
    decade: '[Aa]nos|[Dd]écadas? de',
    ordinal: '\\.?[ºª°]',
    label: `${LATIN_LABELS}|[Vv]ersão|[Ll]inhas?|[Rr]otas?|[Ôô]nibus|[Aa]utocarro|[Tt]rem|[Cc]omboio|[Vv]oo|[Rr]odovia|[Ee]strada|[Pp]lataforma|[Pp]áginas?|pp?\\.|[Cc]apítulos?|[Aa]rtigos?|[Rr]esolução|[Nn]úmero|nº|[Ss]aída|[Ff]igura|[Tt]abela`,
    eras: 'a\\. ?C\\.|d\\. ?C\\.|a\\. ?e\\. ?c\\.|e\\. ?c\\.',
    at: '[ÀàAa]s?|[Aa]té as|[Dd]as',
    hours: 'horas?|h',
    counted:
      'pessoas|homens|mulheres|crianças|famílias|soldados|mortos|feridos|casas|quilômetros|km|metros|euros|dólares|reais|anos|dias|horas|vezes',
  },
  ru: {
    to: 'по|до|и|или',
    when: '[Вв]о?|[Сс]о?|[Дд]о|[Пп]осле|[Пп]еред|[Кк]|[Мм]ежду|[Оо]т|[Нн]ачал[оае]|[Кк]онц[еау]|[Пп]о',
    seasons: '[Вв]есн[аойуы]+|[Лл]ет(?:о|ом|а)|[Оо]сень(?:ю)?|[Оо]сени|[Зз]им[аойуы]+',
    century: 'век[аеуио]?в?|веках|вв?\\.|столети[еяй]|тысячелети[еяй]',
    decadeEnd: '-(?:х|е|м|ми)',
    ordinal: '-[\\p{L}]{1,3}',
    label:
      '№|[Вв]ерси[яию]|[Лл]ини[яию]|[Мм]аршрут[ау]?|[Аа]втобус[а]?|[Тт]рамва[йя]|[Пп]оезд[а]?|[Рр]ейс[а]?|[Дд]орог[аи]|[Тт]расс[аы]|[Сс]траниц[аы]|с\\.|стр\\.|[Гг]лав[аы]|[Сс]тать[яи]|ст\\.|[Рр]езолюци[яи]|[Нн]омер|[Пп]уть',
    eras: 'до н\\. ?э\\.|н\\. ?э\\.',
    yearAfter: 'году|годом|г\\.',
    at: '[Вв]|[Кк]|[Сс]|[Дд]о',
    hours: 'час(?:а|ов)?|ч\\.',
  },
  sw: {
    to: 'hadi|mpaka|na|au',
    year: '[Mm]waka wa',
    when: '[Mm]waka|[Tt]angu|[Hh]adi|[Kk]abla ya|[Bb]aada ya|[Mm]namo|[Kk]ati ya',
    seasons: 'masika|kiangazi|kipupwe|vuli',
    century: '[Kk]arne ya',
    decade: '[Mm]iaka ya|[Mm]wongo wa',
    label: `${LATIN_LABELS}|[Tt]oleo|[Nn]jia|[Bb]arabara|[Bb]asi|[Tt]reni|[Uu]kurasa|[Ss]ura|[Ii]bara|[Nn]amba|[Kk]ifungu`,
    clock: 'asubuhi|mchana|jioni|usiku',
    eras: 'KK|BK|B\\.K\\.|K\\.K\\.',
    at: '[Ss]aa',
  },
  tr: {
    to: 'ile|ve|veya|ila',
    when: '[Yy]ıl[ıi]|[Ee]kim|[Kk]adar',
    seasons: '[İi]lkbahar|[Yy]az|[Ss]onbahar|[Kk]ış',
    century: '\\.?\\s?yüzyıl[ıa-z]*|asır',
    decadeEnd: "(?:[’'])?l[ae]r(?:[ıi]n?|d[ae])?",
    ordinal: "\\.|[’']?(?:inci|ıncı|üncü|uncu|nci|ncı)",
    label: `${LATIN_LABELS}|[Ss]ürüm|[Hh]at|[Yy]ol|[Oo]tobüs|[Tt]ramvay|[Tt]ren|[Uu]çuş|[Oo]toyol|[Ss]ayfa|[Bb]ölüm|[Mm]adde|[Nn]umara|[Kk]arar`,
    eras: 'MÖ|MS|M\\.Ö\\.|M\\.S\\.|milattan önce|milattan sonra',
    yearAfter: 'yılı(?:nda|ndan|na)?',
    at: '[Ss]aat',
  },
  uk: {
    to: 'по|до|і|й|та|або',
    when: '[УуВв]|[Зз]|[Дд]о|[Пп]ісля|[Пп]еред|[Мм]іж|[Вв]ід|[Пп]очатк[уа]|[Кк]інц[іяю]',
    seasons: '[Вв]есн[аоюіи]+|[Лл]іт(?:о|ом|а|ку)|[Оо]сінь|[Вв]осени|[Зз]им[аоюіи]+|[Вв]зимку|[Нн]авесні|[Вв]літку',
    century: 'столітт[яіюм]+|ст\\.|вік[аіу]?|тисячолітт[яіюм]+',
    decadeEnd: '-(?:х|ті|тих|ми)',
    ordinal: '-[\\p{L}]{1,3}',
    label:
      '№|[Вв]ерсі[яїю]|[Лл]іні[яїю]|[Мм]аршрут[уа]?|[Аа]втобус[а]?|[Тт]рамва[йя]|[Пп]отяг[а]?|[Рр]ейс[у]?|[Дд]орог[аи]|[Тт]рас[аи]|[Сс]торінк[аи]|с\\.|[Рр]озділ[у]?|[Сс]татт[яі]|ст\\.|[Рр]езолюці[яї]|[Нн]омер',
    eras: 'до н\\. ?е\\.|н\\. ?е\\.',
    yearAfter: 'році|роком|р\\.',
    at: '[Оо]б?|[Дд]о|[Зз]',
    hours: 'годин[аиіу]?|год\\.',
  },
  ur: {
    to: 'سے|تا|اور|یا',
    year: 'سن|سال|سنہ',
    when: 'سن|سنہ|سال|میں',
    seasons: 'بہار|گرمیوں|خزاں|سردیوں',
    century: 'صدی',
    ordinal: 'ویں|واں',
    label: 'نمبر|لائن|سڑک|صفحہ|شمارہ|دفعہ|باب',
    clock: 'بجے',
    eras: 'قبل مسیح|ق م|عیسوی|ہجری',
  },
  zh: {
    to: '至|到|和|与|或',
    seasons: '春|夏|秋|冬',
    century: '世纪|世紀',
    decadeEnd: '年代',
    ordinal: '号|號|届|屆|次|路',
    label: '第|版本|国道|國道|线路|地铁',
    clock: '点|點|点半',
    eras: '公元前|西元前|公元|西元',
  },
};

export const NOTHING = '(?!)';

/** The words of a language, each field with the English ones beside its own; none is a pattern that is never found. */
export function dateWords(locale: string): Required<DateWords> {
  const own = DATE_WORDS[new Intl.Locale(locale).language] ?? {};
  const english = DATE_WORDS['en'] ?? {};
  // In other languages "am" is a word.
  const other = own === english ? own : { ...english, clock: 'a\\.m\\.|p\\.m\\.' };
  const both = (field: keyof DateWords): string =>
    [...new Set([own[field], other[field]])].filter((words) => words !== undefined).join('|') || NOTHING;
  const fields = [
    'to',
    'year',
    'yearAfter',
    'when',
    'seasons',
    'century',
    'decadeEnd',
    'decade',
    'ordinal',
    'label',
    'clock',
    'at',
    'hours',
    'counted',
    'eras',
  ] as const;
  return Object.fromEntries(fields.map((field) => [field, both(field)])) as Record<keyof DateWords, string>;
}
