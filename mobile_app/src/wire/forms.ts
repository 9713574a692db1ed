/** What the forms say of themselves (backend/documents/forms). `make wire` writes it; never edited. */

/** Papers that officers sign and number on the spot. */
export const NUMBERED_BY_PHONE = [
  "BB-KKT",
  "BB-KT",
  "MBB01",
  "MBB15",
  "MBB26"
] as const;

/** Those of them that are papers besides the minutes of the inspection. */
export const MADE_ON_SITE = [
  "MBB01",
  "MBB15",
  "MBB26"
] as const;

/** What a list calls the papers that are made on a phone. */
export const SHORT_TITLES = {
  "BB-KKT": {
    "vi": "Biên bản không thực hiện quyết định kiểm tra",
    "en": "Minutes of non-execution"
  },
  "BB-KT": {
    "vi": "Biên bản kiểm tra",
    "en": "Inspection minutes"
  },
  "MBB01": {
    "vi": "Biên bản vi phạm",
    "en": "Violation minutes"
  },
  "MBB15": {
    "vi": "Biên bản tạm giữ",
    "en": "Seizure minutes"
  },
  "MBB26": {
    "vi": "Biên bản niêm phong",
    "en": "Sealing minutes"
  }
} as const;

/** What a submission of minutes needs beyond their form. */
export const SUBMISSIONS = {
  "BB-KKT": {
    "announced": false,
    "absenceField": "authority_absence",
    "needs": [
      {
        "code": "leader_not_signed",
        "anyOf": [
          [
            "leader"
          ]
        ],
        "whereAbsenceTold": []
      },
      {
        "code": "authority_not_signed",
        "anyOf": [
          [
            "authority"
          ]
        ],
        "whereAbsenceTold": [
          [
            "witness"
          ]
        ]
      }
    ]
  },
  "BB-KT": {
    "announced": true,
    "absenceField": null,
    "needs": [
      {
        "code": "leader_not_signed",
        "anyOf": [
          [
            "leader"
          ]
        ],
        "whereAbsenceTold": []
      },
      {
        "code": "subject_not_signed",
        "anyOf": [
          [
            "subject"
          ],
          [
            "authority",
            "witness"
          ]
        ],
        "whereAbsenceTold": []
      }
    ]
  }
} as const;

/** What a refusal to sign needs to count as a signature. */
export const REFUSALS = {
  "BB-KT": {
    "from": 4,
    "role": "subject",
    "certifiedBy": [
      "authority",
      "witness"
    ],
    "excusedBy": null,
    "unsignedField": null
  },
  "MBB01": {
    "from": 4,
    "role": "subject",
    "certifiedBy": [
      "authority",
      "witness"
    ],
    "excusedBy": "witness_unsigned",
    "unsignedField": "subject_unsigned"
  },
  "MBB15": {
    "from": 3,
    "role": "subject",
    "certifiedBy": [
      "authority",
      "witness"
    ],
    "excusedBy": null,
    "unsignedField": null
  },
  "MBB26": {
    "from": 3,
    "role": "subject",
    "certifiedBy": [
      "authority",
      "witness"
    ],
    "excusedBy": null,
    "unsignedField": null
  }
} as const;
