const calm = { label: `Calm`, value: 'calm' };

module.exports = { tones: [calm, { label: 'Very ' + 'loud', value: 'loud' }] };
