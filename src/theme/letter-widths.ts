/**
 * Widths of letters in thousandths of an em. Written by `npm run theme -- --write` from the font files that
 * `shipped/paper.yaml` names; a test compares the two.
 */
const numbers = (list: string): readonly number[] => list.split(' ').map(Number);

/** Characters that are equally wide, together; the lists below have a number for each. */
export const LATIN = ' \n!\n"\n#$0123456789¢£¥€\n%\n&\n\'\n()\n*\n+<=>^~¬±×÷−\n,‚\n-\n.\n/\\\n:\n;\n?\n@\nA\nB\nC\nD\nE\nF\nG\nH\nI\nJ\nK\nL\nM\nN\nOQ\nP\nR\nS\nT\nU\nV\nW\nX\nY\nZ\n[\n]\n_\n`¨¯´¸ˆ˚˜\na\nb\nc\nd\ne\nf\ng\nh\niı\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt\nu\nv\nw\nx\ny\nz\n{}\n|\n¡\n¤\n§\nª\n«\n°\nµ\n¶\n·\nº\n»\n¿\nÆ\nÐ\nØ\nÞ\nß\næ\nð\nø\nþ\nŒ\nœ\n–\n—\n‘\n’\n“\n”\n„\n•\n…\n′\n″\n‹\n›\n⁄∕'.split('\n');

/** Regular, at the middle of `OPTICAL_SIZES`. */
export const LATIN_MIDDLE = numbers('222 259 341 550 762 695 190 271 430 500 231 343 220 392 242 260 410 878 688 625 691 748 619 571 732 780 323 422 708 584 955 750 763 590 620 534 649 749 668 936 694 664 622 317 318 410 500 432 523 415 531 440 324 475 537 267 235 516 257 796 548 504 541 522 378 354 322 511 498 714 483 499 409 309 242 235 439 500 439 483 382 541 586 237 443 500 403 958 749 777 604 595 672 516 525 521 1028 795 514 679 226 228 396 398 401 408 620 200 352 293 311 80');

/** How much wider at the least of `OPTICAL_SIZES`, at the greatest, and in bold. */
export const LATIN_SMALLEST = numbers('40 70 70 100 110 130 50 90 30 70 50 70 60 50 70 50 180 80 140 110 90 90 130 130 120 120 90 140 130 110 140 120 80 120 150 130 130 110 150 190 150 120 70 70 70 0 0 170 140 130 150 130 130 120 150 80 70 150 70 220 150 130 140 140 100 180 120 150 180 170 150 150 130 80 60 80 130 140 60 140 20 140 100 60 70 130 180 210 90 90 110 160 230 130 130 130 140 210 40 40 60 60 90 90 80 30 130 60 90 70 60 0');
export const LATIN_LARGEST = numbers('10 0 0 50 40 60 -10 0 -40 80 0 -10 10 0 30 20 70 20 40 30 20 30 50 40 40 50 30 -20 50 30 70 30 40 40 80 30 70 40 40 80 40 30 30 -20 -30 0 0 80 60 60 60 50 30 30 50 10 20 50 10 90 50 70 50 60 20 70 40 70 70 80 80 60 60 -20 -10 0 40 70 10 -30 -10 80 20 10 30 -20 70 90 30 40 40 40 100 70 60 60 70 100 -20 -20 0 10 10 20 10 -20 60 -10 -20 -10 -10 0');
export const LATIN_BOLD = numbers('-20 20 50 70 90 40 20 20 -10 0 20 10 20 0 20 10 60 10 60 60 20 30 40 40 30 50 50 40 60 50 60 10 20 60 80 40 40 20 50 90 60 60 20 -10 -10 0 0 50 30 40 30 30 50 30 40 30 40 50 30 50 40 20 30 30 50 40 60 50 40 60 30 40 40 0 -10 30 10 80 10 20 -10 50 50 20 20 30 70 70 30 10 60 60 40 20 20 30 40 0 -20 -20 20 20 60 60 60 0 90 20 60 0 10 0');

/** First and second characters of kerned pairs. */
export const KERNED_FIRST = 'abcdefghijklmnopqrstuvwxyz ‘’“”.,-FPTVWY';
export const KERNED_SECOND = 'abcdefghijklmnopqrstuvwxyz ‘’“”.,-';

/** One letter a pair, the second characters of one first after another: `m` is no step, `n` one further apart. */
export const KERNING = 'mmmmmmmmmmmmmmmmmmmmmllmkmmjjjjmmlmmmmmmmmmmmmmmmmmmmmmllllmmkkkkmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmlmlmmmlmmmmmmmmmmmmmmmmmmmmmmmmlmmmmmmmmlmmmmmmmmmmmmmmmmmmmmmllllmmklklmmmlmllljmmjqmkmmlmlmmmmmmmmmosssskkklmlllmmmmmmmmmlmlmmmmmmmmmmmmmmkmlmmmmmmmmmmmmmmmmmmmmmllmlmmjkjkmmlmmmmmmmmmmmmmmmmmmmmmmmmlmmlmlmmmlmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmlmklkmlmmmmmmmkmlmllmlmmlmmklklmmjmmmmmmmmmmmmmmmmmmmmmmmmlmmllllmmlmmmmmmmmmmmmmmmmmmmmmllmlmmjkjkmmlmmmmmmmmmmmmmmmmmmmmmllmlmmjkjkmmlmmmmmmmmmmmmmmmmmmmmmllllmmkkkkmmmmmmmmmmmmmmmmmmmmmmmmllllmmkkkkmmmmmmmmmmmmnmmmmmmmmmmmmmmmmmmmmmmmmlmlllmllmmllmmlmlmmmmmmmmmlmmmmkkjmmmmmmmmmmmmmmmmmmmmmlmmlmmllllmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmlmmmmmmmmmmmmmmmmmmmmmmmmmmmkkkkmmllmkkkmllmmllmmkmkmlmmmmmmmlmmmmjjklmlllmllmmllmmlmlmlmmmmmmmlmmmmkkllmlllmmmmmmmmmlmlmmmmmmmmmmmmmmmmklmlllmllmmllmmlmlmlmmmmmmmlmmmmjjkmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmllmlmmllllllmknkjklkmmmmmllkljlkmmmmmmllmmmmgghjnjijljmmmmmkkjkikkllmlllllmmmmgggknkjklkmmmmmllkljlkmmmmmmllmmmmgghjnjijljmmmmmkkjkikkllmlllllmmmmgggmmmmmmmmmlmmmmmlmmmlljkmjmlggggmmlmmmmmmmmmlmmmmmlmmmlljkmjmlggggmmllmmmmlmlllllllmlmlmllklkklmhhhhmmmkmkkklkmlmmmkkkkkkkllllllkknmnmhhjlmkkkmlmmmmmmmkmkmlmmmmmmmlmmmmhhiimhhhlimlmmmjjhjhjijjjjjjjlmmmmiiiioiiikjnmmnnjjijijijkkkkkjkmmmmiijjnkkklknmmnmkkkkkkkklllllkkmmmmjjjhngggjhmmmmmiigigihiiiiiiikmmmmiii';
export const KERNING_STEP = 20;

/**
 * Characters that are equally wide, then the widths of their isolated, final, initial and medial form as far as they
 * join, and how much wider each is in bold.
 */
export const ARABIC = [
  'ء 437 15',
  'آأإاٱ 238 253 46 35',
  'ؤوۆ 468 468 29 20',
  'ئى 618 687 275 292 18 3 0 0',
  'ب 772 817 275 292 34 0 0 0',
  'ةە 408 452 17 14',
  'تثپٹ 772 817 343 360 34 0 0 0',
  'جحخچ 636 666 636 666 19 58 13 -9',
  'دذڈ 414 474 21 11',
  'رزژڑڕ 386 404 -9 -9',
  'سش 1013 1017 658 663 48 22 42 34',
  'صض 1096 1099 786 778 35 88 9 68',
  'طظ 769 775 660 629 23 66 33 77',
  'عغ 604 477 505 414 0 0 12 34',
  'ـ 210 210 210 210 0 0 0 0',
  'فڤ 848 817 420 387 0 15 7 25',
  'ق 647 642 420 387 5 -10 7 25',
  'ك 558 736 415 459 60 9 28 8',
  'لڵ 595 591 212 245 17 26 5 0',
  'م 489 528 456 413 13 27 17 0',
  'نں 586 585 275 292 18 14 0 0',
  'ه 408 452 508 381 17 14 8 16',
  'يیێ 618 687 343 360 18 3 0 0',
  'کگ 722 776 415 459 19 -8 28 8',
  'ھ 631 490 508 381 39 64 8 16',
  'ہۂ 408 464 275 395 17 0 0 17',
  'ۃ 408 464 17 0',
  'ےۓ 773 560 35 6',
  '،؛ 212 49',
  '؟ 425 0',
  '٪ 401 70',
  '٫٬ 222 28',
  '٭ 400 0',
  '۔ 243 47',
  '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ 449 39',
];

/** Lam where an alef follows: initial and medial. */
export const LAM_BEFORE_ALEF = { regular: [265, 357], bold: [-7, -14] } as const;
