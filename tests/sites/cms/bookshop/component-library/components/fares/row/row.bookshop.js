module.exports = {
  spec: { label: "Row", structures: [] },
  blueprint: { what: "", price: 0 },
};
