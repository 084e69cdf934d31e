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

/**
 * Newsreader 400 at three sizes: its optical size axis follows the type size, and widths change linearly from one of
 * these to the next.
 */
export const LATIN_400_AT_10 = numbers(
  '251 303 391 617 617 837 783 225 328 328 452 547 263 387 260 428 617 617 617 617 617 617 617 617 617 ' +
    '617 286 296 547 547 547 532 931 779 699 748 810 703 656 809 861 385 517 795 658 1051 832 819 667 819 ' +
    '721 617 733 823 764 1060 794 744 670 363 428 364 547 410 500 542 616 504 630 528 408 558 635 320 284 ' +
    '615 306 941 648 591 635 613 443 476 402 612 616 830 580 598 498 362 282 362 547 265 265 455 455 540 ' +
    '705 704 528 612 504 591 542 333 320 275 395 547',
);
export const LATIN_400_AT_18 = numbers(
  '222 259 341 550 550 762 695 190 271 271 430 500 231 343 220 392 550 550 550 550 550 550 550 550 550 ' +
    '550 242 260 500 500 500 410 878 688 625 691 748 619 571 732 780 323 422 708 584 955 750 763 590 763 ' +
    '620 534 649 749 668 936 694 664 622 317 392 318 500 410 500 432 523 415 531 440 324 475 537 267 235 ' +
    '516 257 796 548 505 541 522 378 354 322 512 498 714 483 499 409 309 242 309 500 226 228 396 398 514 ' +
    '679 620 440 512 415 505 432 333 267 237 382 500',
);
export const LATIN_400_AT_72 = numbers(
  '232 254 340 600 600 802 755 184 275 275 391 575 235 328 233 393 600 600 600 600 600 600 600 600 600 ' +
    '600 267 276 575 575 575 480 901 727 657 709 774 671 612 767 825 350 399 758 618 1024 779 800 633 800 ' +
    '697 561 721 789 707 1016 729 695 650 292 392 292 575 410 500 509 582 472 595 493 356 509 589 277 253 ' +
    '569 270 881 596 569 595 580 400 419 362 577 566 790 560 555 472 292 227 292 575 230 233 410 413 494 ' +
    '659 681 493 577 472 569 509 333 277 250 375 575',
);

/** Newsreader 600 at 18 px. */
export const LATIN_600_AT_18 = numbers(
  '212 271 375 593 593 819 719 201 282 282 424 500 243 348 236 391 593 593 593 593 593 593 593 593 593 ' +
    '593 257 267 500 500 500 447 882 729 667 701 767 646 597 751 811 353 446 749 616 994 755 774 628 774 ' +
    '672 563 677 764 700 993 730 700 635 310 391 311 500 410 500 461 544 438 552 458 355 498 561 288 262 ' +
    '551 277 829 572 519 558 543 409 380 358 544 521 750 504 528 435 306 232 306 500 239 240 437 437 502 ' +
    '667 678 458 544 438 519 461 389 288 249 376 500',
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
export const ARABIC_SIGNS: Readonly<Record<string, number>> = {
  '،': 212,
  '؛': 212,
  '؟': 425,
  '٬': 266,
  '«': 500,
  '»': 500,
  ـ: 265,
};
