/**
 * Advance widths of the two map faces in thousandths of an em, measured once in Chromium from the font files of
 * @fontsource-variable/newsreader 5.3.0 and @fontsource-variable/noto-naskh-arabic 5.3.0, without kerning.
 */
const numbers = (list: string): readonly number[] => list.split(' ').map(Number);

/** Characters of the Latin tables, in their order: printable ASCII, then some marks and accented letters. */
export const LATIN = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'‘’“”–—…éüçöäİı·°×',
];

/** Newsreader 400 at 16 px (its optical size axis follows the type size). */
export const LATIN_400 = numbers(
  '229 270 354 567 567 781 718 199 285 285 436 512 239 354 230 401 567 567 567 567 567 567 567 567 567 ' +
  '567 254 269 512 512 512 441 892 711 644 705 764 640 593 752 801 339 446 729 603 979 771 777 609 777 ' +
  '646 555 671 768 692 967 719 684 634 329 401 330 512 410 500 460 547 438 557 462 346 496 562 280 247 ' +
  '541 270 832 573 526 564 545 395 385 342 537 527 743 508 524 432 322 253 322 512 236 237 411 412 521 ' +
  '686 642 462 537 438 526 460 333 280 247 386 512',
);

/** Newsreader 600 at 16 px. */
export const LATIN_600 = numbers(
  '220 284 392 611 611 838 743 212 297 297 433 512 254 362 247 405 611 611 611 611 611 611 611 611 611 ' +
  '611 269 278 512 512 512 483 896 757 689 717 785 671 621 771 836 371 476 773 638 1024 781 790 651 789 ' +
  '700 587 700 784 729 1028 759 724 654 328 405 329 512 411 500 490 569 462 579 482 379 520 589 304 277 ' +
  '580 293 868 600 542 585 567 431 412 382 572 551 782 533 554 461 323 246 323 512 250 250 455 455 510 ' +
  '675 704 482 572 462 542 490 390 304 261 379 512',
);

/** Newsreader 400 at 72 px and above. */
export const LATIN_400_DISPLAY = numbers(
  '232 254 340 600 600 802 755 184 275 275 391 575 235 328 233 393 600 600 600 600 600 600 600 600 600 ' +
  '600 267 276 575 575 575 480 901 727 657 709 774 671 612 767 825 350 399 758 618 1024 779 800 633 800 ' +
  '697 561 721 789 707 1016 729 695 650 292 392 292 575 410 500 509 582 472 595 493 356 509 589 277 253 ' +
  '569 270 881 596 569 595 580 400 419 362 577 566 790 560 555 472 292 227 292 575 230 233 410 413 494 ' +
  '659 681 493 577 472 569 509 333 277 250 375 575',
);

/** Letters of the Arabic tables, in their order. */
export const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ'];

/** Noto Naskh Arabic 400: mean of the isolated and final, then of the initial and medial forms. */
export const ARABIC_ENDING = numbers(
  '246 795 795 795 651 651 651 444 444 395 395 1015 1015 1098 1098 772 772 541 541 833 645 647 593 508 ' +
  '585 542 468 653 653 430 437 246 246 246 468 653',
);
export const ARABIC_JOINED = numbers(
  '246 284 352 352 651 651 651 444 444 395 395 661 661 782 782 645 645 460 460 403 403 437 228 435 284 ' +
  '445 468 352 284 430 437 246 246 246 468 284',
);

/** Letters that never join the one after them. */
export const ARABIC_BREAKING = 'اأإآدذرزوؤةىء';

/** Arabic digits, then other signs of the Arabic face. */
export const ARABIC_DIGIT = 449;
export const ARABIC_SIGNS: Readonly<Record<string, number>> = { '،': 212, '؛': 212, '؟': 425, '«': 500, '»': 500, ـ: 265 };
